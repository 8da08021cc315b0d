using CsCheck;
using Herald.Core.Eligibility;
using Herald.Core.Engagements;
using NodaTime;
using NodaTime.Text;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Eligibility;

public sealed class LocalCalendarTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    private static readonly Gen<(DateTimeZone Zone, Instant At, IReadOnlyList<WeeklyHours> Weekly, IReadOnlyList<DateInterval> Dates)> Case =
        Edges.ZonedMoment.SelectMany(moment => Gen.Select(
            Edges.Weekly,
            Edges.DatesNear(moment.At.InZone(moment.Zone).Date),
            (weekly, dates) => (moment.Zone, moment.At, weekly, dates)));

    [Fact]
    public void It_forbids_what_the_wall_clock_shows_in_every_zone() =>
        Case.Sample(c =>
        {
            var expected = WallClock.Shows(c.Weekly, c.Zone, c.At) || WallClock.Shows(c.Dates, c.Zone, c.At);
            return LocalCalendar.Forbidding(c.Weekly, c.Dates).Forbids(c.At, c.Zone, Far(c.At), out _) == expected;
        }, iter: Often.Times(20_000));

    [Fact]
    public void Its_answer_holds_exactly_until_the_instant_it_names() =>
        Case.Sample(c =>
        {
            bool Naive(Instant at) => WallClock.Shows(c.Weekly, c.Zone, at) || WallClock.Shows(c.Dates, c.Zone, at);
            var forbids = LocalCalendar.Forbidding(c.Weekly, c.Dates).Forbids(c.At, c.Zone, Far(c.At), out var until);
            until.ShouldBeGreaterThan(c.At);
            var end = Instant.Min(until, Far(c.At));
            for (var i = 0; i < 60; i++)
                Naive(c.At + (end - Tick - c.At) * (i / 59.0)).ShouldBe(forbids);
            if (until < Far(c.At))
                Naive(until).ShouldBe(!forbids);
        }, iter: Often.Times(4_000));

    [Fact]
    public void Allowing_is_the_opposite_of_forbidding() =>
        Case.Where(c => c.Weekly.Count > 0).Sample(c =>
        {
            var open = WallClock.Shows(c.Weekly, c.Zone, c.At) && !WallClock.Shows(c.Dates, c.Zone, c.At);
            return LocalCalendar.Allowing(c.Weekly, c.Dates).Forbids(c.At, c.Zone, Far(c.At), out _) == !open;
        }, iter: Often.Times(4_000));

    // New York: 2026-11-01 01:00–02:00 happens twice (05:00Z and 06:00Z); 2026-03-08 02:00–03:00 never (07:00Z is the gap).
    [Theory]
    [InlineData("21:00", "01:30", "2026-11-01T04:00:00Z", "2026-11-01T05:30:00Z")] // ends at the first 01:30 …
    [InlineData("21:00", "01:30", "2026-11-01T06:10:00Z", "2026-11-01T06:30:00Z")] // … and holds again in the second reading
    [InlineData("01:00", "02:00", "2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z")] // both readings, one after the other
    [InlineData("01:15", "01:45", "2026-11-01T06:20:00Z", "2026-11-01T06:45:00Z")]
    [InlineData("21:00", "02:30", "2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z")] // ends in the gap: with the gap
    [InlineData("02:30", "08:00", "2026-03-08T07:00:00Z", "2026-03-08T12:00:00Z")] // begins in the gap: with its end
    public void Quiet_hours_on_nights_of_change(string start, string end, string at, string until)
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        Calendars.Of(Quiet(start, end)).Forbids(At(at), zone, Far(At(at)), out var over).ShouldBeTrue();
        over.ShouldBe(At(until));
    }

    [Fact]
    public void An_hour_that_never_happens_forbids_nothing()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        Calendars.Of(Quiet("02:00", "03:00")).Forbids(At("2026-03-08T06:59:59Z"), zone, At("2026-03-09T00:00:00Z"), out var until).ShouldBeFalse();
        until.ShouldBeGreaterThanOrEqualTo(At("2026-03-09T00:00:00Z"));
    }

    [Fact]
    public void Sunday_night_runs_into_Monday_morning()
    {
        var quiet = Quiet("22:00", "07:00", [IsoDayOfWeek.Sunday]);
        Calendars.Of(quiet).Forbids(At("2026-11-22T23:00:00Z"), DateTimeZone.Utc, Far(Noon), out var until).ShouldBeTrue();
        until.ShouldBe(At("2026-11-23T07:00:00Z"));
        Calendars.Of(quiet).Forbids(At("2026-11-23T23:00:00Z"), DateTimeZone.Utc, Far(Noon), out until).ShouldBeFalse();
    }

    [Fact]
    public void Dates_and_hours_that_touch_are_one_quiet_time()
    {
        var date = LocalDatePattern.Iso.Parse("2026-12-25").Value;
        var quiet = new QuietTimes(Quiet("21:00", "08:00").Weekly, [new DateInterval(date, date)]);
        Calendars.Of(quiet).Forbids(At("2026-12-24T22:00:00Z"), DateTimeZone.Utc, Far(Noon), out var until).ShouldBeTrue();
        until.ShouldBe(At("2026-12-26T08:00:00Z"));
    }

    private static Instant Far(Instant at) => at + Duration.FromDays(40);
}
