using CsCheck;
using Herald.Core.Commands;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Tests.Engagements;

public sealed class QuietTimesTextTests
{
    [Fact]
    public void The_documented_texts_are_read()
    {
        var quiet = Accepted(
            """[{"days":["Mon","tuesday"],"start":"21:00","end":"08:00"}]""",
            """[{"from":"2026-12-25","to":"2026-12-26"},{"from":"2027-01-01"}]""");
        var hours = quiet.Weekly.ShouldHaveSingleItem();
        hours.Days.ShouldBe([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday]);
        (hours.Start, hours.End).ShouldBe((new LocalTime(21, 0), new LocalTime(8, 0)));
        quiet.Dates.ShouldBe([new(new(2026, 12, 25), new(2026, 12, 26)), new(new(2027, 1, 1), new(2027, 1, 1))]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", " ")]
    [InlineData("[]", "null")]
    public void Nothing_is_no_quiet_time(string? weekly, string? dates)
    {
        var quiet = Accepted(weekly, dates);
        quiet.Weekly.ShouldBeEmpty();
        quiet.Dates.ShouldBeEmpty();
    }

    [Fact]
    public void The_end_of_a_day_may_be_written_24() => Accepted("""[{"days":["Sun"],"start":"20:00","end":"24:00"}]""", null).Weekly[0].End.ShouldBe(LocalTime.Midnight);

    [Fact]
    public void All_faults_are_listed_at_once()
    {
        var refused = QuietTimesText.Read(
            """[{"days":["Moon"],"start":"25:00","end":"8","zone":"x"},{"start":"01:00","end":"02:00"},7]""",
            """[{"from":"2026-12-26","to":"2026-12-25"},{"from":"soon"}]""").ShouldBeOfType<Reading<QuietTimes>.Refused>();
        refused.Status.ShouldBe(400);
        refused.Faults.Select(fault => fault.Target).ShouldBe(
            [
                "weeklyHours[0].zone", "weeklyHours[0].days", "weeklyHours[0].start", "weeklyHours[0].end", "weeklyHours[1].days",
                "weeklyHours[2].days", "weeklyHours[2].start", "weeklyHours[2].end", "dates[0].to", "dates[1].from",
            ]);
        refused.Faults.ShouldAllBe(fault => fault.Code == "0x80048d19");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("21:00-08:00")]
    public void Other_texts_are_refused(string text) => QuietTimesText.Read(text, null).ShouldBeOfType<Reading<QuietTimes>.Refused>();

    [Fact]
    public void No_text_throws() =>
        Gen.Select(Gen.String[Gen.Char["[]{}\",:daysstrntMon2180-"], 0, 60], Gen.String).Sample((one, other) =>
            QuietTimesText.Read(one, other) is not null);

    private static QuietTimes Accepted(string? weekly, string? dates) =>
        QuietTimesText.Read(weekly, dates).ShouldBeOfType<Reading<QuietTimes>.Accepted>().Value;
}
