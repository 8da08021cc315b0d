using System.Globalization;
using Herald.Core.Commands;
using Herald.Core.Commands.Repeats;
using NodaTime;

namespace Herald.Core.Tests.Commands;

public class RepeatableRequestTests
{
    private const string Id = "3d7a9c52-0000-4000-8000-000000000001";

    private static string At(Duration ago) => (Given.Now - ago).ToDateTimeOffset().ToString("r", CultureInfo.InvariantCulture);

    private static Reading<RepeatableRequest?> Read(string? id, string? sent) => RepeatableRequest.Read(id, sent, Given.Now);

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void Neither_header_means_an_ordinary_request(string? id, string? sent) => Read(id, sent).ShouldBeAccepted().ShouldBeNull();

    [Fact]
    public void Both_headers_are_read() =>
        Read(Id, "Tue, 24 Nov 2026 11:20:00 GMT").ShouldBeAccepted().ShouldBe(new RepeatableRequest(Id, Instant.FromUtc(2026, 11, 24, 11, 20)));

    [Fact]
    public void One_header_alone_is_a_fault_of_the_other()
    {
        Read(Id, null).ShouldHaveOneFault("0x80040203", "Repeatability-First-Sent");
        Read(null, At(Duration.Zero)).ShouldHaveOneFault("0x80040203", "Repeatability-Request-ID");
    }

    [Theory]
    [InlineData("2026-11-24T11:20:00Z")]
    [InlineData("Mon, 24 Nov 2026 11:20:00 GMT")]
    [InlineData("yesterday")]
    [InlineData("Tue, 24 Nov 2026 11:20:00 +0100")]
    public void Only_an_IMF_fixdate_is_a_date(string sent) => Read(Id, sent).ShouldHaveOneFault("0x80040203", "Repeatability-First-Sent");

    [Fact]
    public void Twenty_four_hours_are_still_known_a_second_more_is_412()
    {
        Read(Id, At(Duration.FromHours(24))).ShouldBeAccepted();
        Read(Id, At(Duration.FromHours(24) + Duration.FromSeconds(1))).ShouldHaveOneFault("0x80040203", "Repeatability-First-Sent", 412);
    }

    [Fact]
    public void A_clock_may_be_five_minutes_ahead()
    {
        Read(Id, At(Duration.FromMinutes(-5))).ShouldBeAccepted();
        Read(Id, At(Duration.FromMinutes(-5) - Duration.FromSeconds(1))).ShouldHaveOneFault("0x80040203", "Repeatability-First-Sent");
    }

    [Fact]
    public void An_id_is_at_most_200_visible_characters()
    {
        Read(new string('x', 200), At(Duration.Zero)).ShouldBeAccepted();
        foreach (var id in (string[])[new string('x', 201), "a b", "a\nb", "é"])
            Read(id, At(Duration.Zero)).ShouldHaveOneFault("0x80040203", "Repeatability-Request-ID");
    }

    [Fact]
    public void The_key_is_of_caller_action_and_id_alone()
    {
        var one = new RepeatableRequest(Id, Given.Now);
        one.Key("caller", "action").Length.ShouldBe(32);
        (one with { FirstSent = Given.Now - Duration.FromHours(1) }).Key("caller", "action").ShouldBe(one.Key("caller", "action"));
        one.Key("caller", "other").ShouldNotBe(one.Key("caller", "action"));
        one.Key("other", "action").ShouldNotBe(one.Key("caller", "action"));
        (one with { RequestId = "x" }).Key("caller", "action").ShouldNotBe(one.Key("caller", "action"));
    }
}
