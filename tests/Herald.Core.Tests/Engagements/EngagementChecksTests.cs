using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Engagements;

public sealed class EngagementChecksTests
{
    private static readonly Engagement Good = Facts().Engagement with
    {
        Workstream = new Workstream(Guid.NewGuid(), "+14255550000", null, null, false, null),
    };

    [Theory]
    [InlineData(DialMode.Copilot, Leader.Bot, true)]
    [InlineData(DialMode.Copilot, Leader.Representative, false)]
    [InlineData(DialMode.Preview, Leader.Representative, true)]
    [InlineData(DialMode.Preview, Leader.Bot, false)]
    [InlineData(DialMode.Progressive, Leader.Bot, true)]
    [InlineData(DialMode.Progressive, Leader.Representative, true)]
    [InlineData(DialMode.Predictive, Leader.Bot, true)]
    [InlineData(DialMode.Predictive, Leader.Representative, true)]
    public void Who_may_lead_which_mode(DialMode mode, Leader leader, bool may)
    {
        var engagement = Good with { DialMode = mode, Leader = leader };
        EngagementChecks.Of(engagement).Any(fault => fault.Target == "Leader").ShouldBe(!may);
        (EngagementChecks.Unusable(engagement) is null).ShouldBe(may);
    }

    [Fact]
    public void A_good_engagement_has_no_faults()
    {
        EngagementChecks.Of(Good).ShouldBeEmpty();
        EngagementChecks.Unusable(Good).ShouldBeNull();
        EngagementChecks.Unusable(Good with { Workstream = null }).ShouldNotBeNull();
    }

    [Fact]
    public void All_faults_are_found_at_once()
    {
        var bad = Good with
        {
            MaxConcurrentCalls = 0,
            RingTime = Duration.FromSeconds(14),
            DialMode = DialMode.Preview,
            IgnoreQueueHours = true,
            Presets = ["us-tcpa", "us-zz"],
            Planner = new PlannerSettings
            {
                Retries = -1,
                DelayBetweenLoops = Duration.FromMinutes(-1),
                Phones = [PhoneType.Home, PhoneType.Home],
                Limits = LimitSettings.None with { Phone = new(-1, null, null) },
                DefaultZone = "Nowhere",
                FallbackEngagementId = Guid.NewGuid(),
            },
        };
        EngagementChecks.Of(bad).Select(fault => fault.Target).ShouldBe(
            ["MaxConcurrentCalls", "RingTime", "IgnoreQueueHours", "Presets", "Retries", "DelayBetweenLoops", "Phones", "Limits", "DefaultZone", "FallbackEngagementId"]);
    }

    [Theory]
    [InlineData(null, new string[0])]
    [InlineData(" us-tcpa , us-cfpb-debt:DebtId,,US-TCPA", new[] { "us-tcpa", "us-cfpb-debt:DebtId" })]
    public void Presets_are_listed_with_commas(string? text, string[] names)
    {
        PresetsText.Split(text).ShouldBe(names);
        EngagementChecks.Of(Good with { Presets = PresetsText.Split(text) }).ShouldBeEmpty();
    }

    [Fact]
    public void A_fallback_is_another_sms_engagement_with_a_template()
    {
        var sms = Good with { Id = Guid.NewGuid(), Channel = Channel.Sms, Template = "Hello" };
        var engagement = Good with { Planner = new() { FallbackEngagementId = sms.Id } };
        EngagementChecks.Of(engagement, sms).ShouldBeEmpty();
        EngagementChecks.Of(engagement, sms with { Template = null }).ShouldHaveSingleItem();
        EngagementChecks.Of(engagement, sms with { Channel = Channel.Voice }).ShouldHaveSingleItem();
        EngagementChecks.Of(engagement, sms with { Id = engagement.Id }).ShouldHaveSingleItem();
        EngagementChecks.Of(engagement).ShouldHaveSingleItem();
    }
}
