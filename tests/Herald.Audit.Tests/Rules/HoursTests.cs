using Herald.Audit.Rules;

namespace Herald.Audit.Tests.Rules;

public sealed class HoursTests
{
    private static readonly Hours MondayNight = new([IsoDayOfWeek.Monday], new LocalTime(21, 0), new LocalTime(8, 0));

    [Theory]
    [InlineData("2026-11-23T20:59:59", false)]
    [InlineData("2026-11-23T21:00:00", true)]
    [InlineData("2026-11-24T07:59:59", true)]
    [InlineData("2026-11-24T08:00:00", false)]
    [InlineData("2026-11-24T21:00:00", false)]
    [InlineData("2026-11-23T07:00:00", false)]
    public void A_night_belongs_to_the_day_it_begins_on(string local, bool holds) =>
        MondayNight.Hold(NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(local).Value).ShouldBe(holds);

    [Fact]
    public void An_end_equal_to_the_start_is_a_whole_day()
    {
        var day = new Hours([IsoDayOfWeek.Monday], new LocalTime(8, 0), new LocalTime(8, 0));

        day.Hold(new LocalDateTime(2026, 11, 23, 8, 0)).ShouldBeTrue();
        day.Hold(new LocalDateTime(2026, 11, 24, 7, 59)).ShouldBeTrue();
        day.Hold(new LocalDateTime(2026, 11, 24, 8, 0)).ShouldBeFalse();
    }
}
