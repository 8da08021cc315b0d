using Herald.Core.Deliveries;
using Herald.Core.Eligibility;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Planning;

public sealed class ExplanationTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_rule_says_what_it_looked_at_what_it_said_and_when_that_can_change()
    {
        var facts = Facts(new()
        {
            DefaultZone = "America/New_York",
            Quiet = ForMobile(Quiet("21:00", "08:00")),
            Limits = LimitSettings.None with { Contact = new(1, null, null) },
        });
        facts = facts with
        {
            Engagement = facts.Engagement with { Presets = ["us-ct"] },
            OptedOut = new HashSet<string> { "+12035550100" },
            StartedAt = new Dictionary<LimitKey, IReadOnlyList<Instant>> { [new(LimitScope.Contact, "person-0")] = [Noon - Duration.FromHours(20)] },
        };
        var task = Task(Person(mobile: "+12035550100"), Person(0, mobile: "+12035550101"));

        var explanation = Planner.Explain(task, [], facts, Noon);
        foreach (var trace in explanation.Candidates.SelectMany(candidate => candidate.Rules))
            output.WriteLine($"{trace.Rule,-14} {trace.Verdict.Kind,-9} {trace.ChangesAt} {trace.Verdict.Decider} | {trace.Inputs}");

        explanation.Step.ShouldWait(Noon + Duration.FromHours(4) + Duration.FromMilliseconds(1), ReasonCode.Limit);
        explanation.Candidates.Count.ShouldBe(2);
        explanation.Candidates[0].Rules.Single(trace => trace.Verdict.Kind == VerdictKind.Never).Rule.ShouldBe(ReasonCode.OptedOut);
        var rules = explanation.Candidates[1].Rules;
        rules.Select(trace => trace.Rule).ShouldBe(
            ["configuration", "policy", "opted_out", "window", "delay", "queue_hours", "quiet_hours", "limit", "preset", "preset_limit"]);
        rules.ShouldAllBe(trace => trace.Inputs.Length > 0);
        rules.Single(trace => trace.Rule == ReasonCode.QuietHours).ChangesAt.ShouldBe(At("2026-11-24T13:00:00Z"));
        rules.Single(trace => trace.Rule == ReasonCode.QuietHours).Inputs.ShouldBe("Mobile phone, Tue 2026-11-24 07:00:00 America/New_York");
        rules.Single(trace => trace.Rule == ReasonCode.Limit).Verdict.Decider.ShouldBe("engagement contact/day 1");
        rules.Single(trace => trace.Rule == ReasonCode.Preset).ChangesAt.ShouldBe(At("2026-11-24T14:00:00Z"));
        rules.Single(trace => trace.Rule == ReasonCode.OptedOut).ChangesAt.ShouldBeNull();
    }

    [Fact]
    public void A_task_that_its_past_decides_needs_no_rules() =>
        Planner.Explain(Task(), Array.Empty<PastAttempt>().Then(new(1, 0, PhoneType.Mobile, "+14255550000"), DeliveryResult.LiveAnswer, Noon), Facts(), Noon)
            .Candidates.ShouldBeEmpty();
}
