using Herald.Smpp.Protocol;

namespace Herald.Smpp.Tests.Protocol;

public class SmppTimeTests
{
    [Theory]
    [InlineData("2026-11-24T21:00:00Z", "261124210000000+")]
    [InlineData("2026-11-24T21:00:00.999Z", "261124210000900+")]
    [InlineData("2026-11-24T22:30:05+01:00", "261124213005000+")]
    [InlineData("2026-12-31T23:59:59-05:00", "270101045959000+")]
    public void Absolute_times_are_in_utc_and_never_later_than_asked(string at, string wire) =>
        SmppTime.Absolute(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(wire);

    [Theory]
    [InlineData("00:00:00.5", "000000000001000R")]
    [InlineData("00:00:59.9", "000000000059000R")]
    [InlineData("1.02:03:04", "000001020304000R")]
    [InlineData("30.00:00:00", "000030000000000R")]
    [InlineData("45.00:00:00", "000030000000000R")]
    public void Relative_times_run_from_a_second_to_thirty_days(string span, string wire) =>
        SmppTime.Relative(TimeSpan.Parse(span, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(wire);
}
