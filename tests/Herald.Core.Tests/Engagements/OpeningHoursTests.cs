using Herald.Core.Eligibility;
using Herald.Core.Engagements;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Engagements;

public sealed class OpeningHoursTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Fact]
    public void A_calendar_opens_on_the_days_of_its_pattern_and_skips_its_dates()
    {
        var hours = OpeningHoursOf.Calendar(
            [
                new(new LocalTime(9, 0), 480, "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR", Skip: false),
                new(new LocalTime(10, 0), 120, "FREQ=WEEKLY;BYDAY=SA", Skip: false, From: new(2027, 1, 1)),
                new(LocalTime.Midnight, 1440, null, Skip: true, From: new(2026, 11, 26)),
            ],
            "Europe/Paris",
            Today);
        IsOpen(hours, "2026-11-24T08:00:00Z").ShouldBeTrue();
        IsOpen(hours, "2026-11-24T16:00:00Z").ShouldBeFalse();
        IsOpen(hours, "2026-11-26T08:00:00Z").ShouldBeFalse();
        IsOpen(hours, "2026-11-28T09:30:00Z").ShouldBeFalse();
    }

    [Fact]
    public void No_rules_are_always_open_and_rules_without_an_open_hour_never()
    {
        IsOpen(OpeningHoursOf.Calendar([], "UTC", Today), "2026-11-24T03:00:00Z").ShouldBeTrue();
        IsOpen(OpeningHoursOf.Calendar([new(new LocalTime(9, 0), 60, "BYDAY=TU", Skip: false, To: new(2020, 1, 1))], "UTC", Today), "2026-11-24T09:30:00Z").ShouldBeFalse();
    }

    [Fact]
    public void The_first_and_the_last_date_in_force_count()
    {
        CalendarRule rule = new(new LocalTime(9, 0), 60, "BYDAY=TU", Skip: false, From: Today, To: Today);
        IsOpen(OpeningHoursOf.Calendar([rule], "UTC", Today), "2026-11-24T09:30:00Z").ShouldBeTrue();
        IsOpen(OpeningHoursOf.Calendar([rule], "UTC", Today.PlusDays(1)), "2026-11-24T09:30:00Z").ShouldBeFalse();
        IsOpen(OpeningHoursOf.Calendar([rule], "UTC", Today.PlusDays(-1)), "2026-11-24T09:30:00Z").ShouldBeFalse();
    }

    [Fact]
    public void A_whole_day_span_is_open_all_day()
    {
        var hours = OpeningHoursOf.Calendar([new(LocalTime.Midnight, 1440, "BYDAY=TU", Skip: false)], "UTC", Today);
        IsOpen(hours, "2026-11-24T00:00:00Z").ShouldBeTrue();
        IsOpen(hours, "2026-11-24T23:59:59Z").ShouldBeTrue();
        IsOpen(hours, "2026-11-25T00:00:00Z").ShouldBeFalse();
        IsOpen(OpeningHoursOf.EveryDay(new(22, 0), new(2, 0), "UTC"), "2026-11-25T01:00:00Z").ShouldBeTrue();
    }

    private static bool IsOpen(OpeningHours hours, string at) =>
        !Calendars.Of(hours).Forbids(At(at), DateTimeZoneProviders.Tzdb[hours.Zone], At(at) + Duration.FromDays(10), out _);
}
