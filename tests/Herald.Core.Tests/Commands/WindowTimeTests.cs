using CsCheck;
using Herald.Core.Commands.Windows;
using NodaTime;
using NodaTime.Text;

namespace Herald.Core.Tests.Commands;

public class WindowTimeTests
{
    private static Instant? Read(string text) => WindowTime.Parse(text)?.ToInstant();

    [Theory]
    [InlineData("2026-12-10T09:00:00.000Z")]
    [InlineData("2026-12-10T09:00:00Z")]
    [InlineData("2026-12-10T09:00:00")]
    [InlineData("2026-12-10T09:00Z")]
    [InlineData("2026-12-10T09:00")]
    [InlineData("2026-12-10 09:00:00z")]
    [InlineData("2026-12-10t09:00:00.000000000Z")]
    [InlineData("2026-12-10T09:00:00,0Z")]
    [InlineData("2026-12-10T10:00:00+01:00")]
    [InlineData("2026-12-10T10:00:00+01")]
    [InlineData("2026-12-10T14:30:00.00+0530")]
    [InlineData("2026-12-09T15:00:00-18:00")]
    [InlineData("2026-12-10T09:00:00-00:00")]
    public void These_are_all_nine_o_clock(string text) => Read(text).ShouldBe(Instant.FromUtc(2026, 12, 10, 9, 0));

    [Theory]
    [InlineData("")]
    [InlineData("2026-12-10")]
    [InlineData("2026-12-10T09")]
    [InlineData("2026-12-10T9:00:00Z")]
    [InlineData("2026-12-10T24:00:00Z")]
    [InlineData("2026-12-10T09:60:00Z")]
    [InlineData("2026-12-10T09:00:60Z")]
    [InlineData("2026-12-10T09:00:00.Z")]
    [InlineData("2026-12-10T09:00:00.0000000000Z")]
    [InlineData("2026-12-10T09:00:00 Z")]
    [InlineData("2026-12-10T09:00:00ZZ")]
    [InlineData("2026-12-10T09:00:00+19:00")]
    [InlineData("2026-12-10T09:00:00+18:01")]
    [InlineData("2026-12-10T09:00:00+1")]
    [InlineData("2026-12-10T09:00:00+01:0")]
    [InlineData("2026-12-10T09:00:00+01:60")]
    [InlineData("2026-12-10T09:00:0")]
    [InlineData("2026-12-10X09:00:00Z")]
    [InlineData("2026/12/10T09:00:00Z")]
    [InlineData("2026-00-10T09:00:00Z")]
    [InlineData("2026-13-10T09:00:00Z")]
    [InlineData("2026-12-00T09:00:00Z")]
    [InlineData("2026-12-32T09:00:00Z")]
    [InlineData("2026-02-29T09:00:00Z")]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("+026-12-10T09:00:00Z")]
    [InlineData("２026-12-10T09:00:00Z")]
    [InlineData("12/10/2026 09:00:00 AM")]
    [InlineData("1765357200")]
    public void These_are_no_times(string text) => WindowTime.Parse(text).ShouldBeNull();

    [Fact]
    public void The_edges_of_the_calendar_are_read()
    {
        Read("1900-01-01T00:00:00+18:00").ShouldBe(Instant.FromUtc(1899, 12, 31, 6, 0));
        Read("9998-12-31T23:59:59.999999999-18:00")!.Value.InUtc().Year.ShouldBe(9999);
        Read("2028-02-29T09:00:00Z").ShouldBe(Instant.FromUtc(2028, 2, 29, 9, 0));
    }

    [Fact]
    public void Every_instant_is_read_back_at_every_offset() =>
        Gen.Select(Gen.Long[-2208988800L, 253370764799L], Gen.Int[0, 999_999_999], Gen.Int[-18 * 60, 18 * 60]).Sample((second, nanosecond, minutes) =>
        {
            var instant = Instant.FromUnixTimeSeconds(second).PlusNanoseconds(nanosecond);
            var written = instant.WithOffset(Offset.FromSeconds(minutes * 60));
            if (written.Year is < 1900 or > 9998)
                return true;
            var text = OffsetDateTimePattern.Rfc3339.Format(written);
            return Read(text) == instant && WindowTime.Parse(text)!.Value.Local == written.LocalDateTime;
        });

    [Fact]
    public void No_text_is_an_exception() => Gen.String[Gen.Char["0123456789-:TZ.+ "], 0, 40].Sample(text =>
    {
        WindowTime.Parse(text);
    });
}
