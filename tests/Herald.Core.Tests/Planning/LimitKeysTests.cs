using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Planning;

/// <summary>What a start is counted by: each key its own demand, none of them lost among the others.</summary>
public sealed class LimitKeysTests
{
    private static readonly Candidate First = new(1, 0, PhoneType.Mobile, "+14255550000");

    [Fact]
    public void Person_number_and_task_are_demanded_beside_each_other()
    {
        var facts = Facts(new() { Limits = new(new(3, null, null), new(2, null, null), new(1, null, null)) });
        var demands = Planner.Demands(Task(), First, facts, Noon);
        demands.ShouldBe(
            [
                new LimitDemand(new LimitKey(LimitScope.Contact, "person-0"), 3, Noon - Duration.FromDays(1)),
                new LimitDemand(new LimitKey(LimitScope.Phone, "+14255550000"), 2, Noon - Duration.FromDays(1)),
                new LimitDemand(new LimitKey(LimitScope.Task, "11111111-2222-3333-4444-555555555555"), 1, Noon - Duration.FromDays(1)),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_preset_nobody_knows_is_counted_by_nothing()
    {
        var facts = Facts() with { Engagement = Facts().Engagement with { Presets = ["no-such-law"] } };
        Planner.Demands(Task(), First, facts, Noon).ShouldBeEmpty();
        Planner.Keys(Task(), facts.Engagement, OrganisationSettings.None).ShouldBeEmpty();
    }

    [Fact]
    public void A_pause_after_a_talk_is_of_the_person_and_of_no_number()
    {
        var engagement = Facts().Engagement with { Presets = ["us-cfpb-debt"] };
        Planner.Keys(Task(), engagement, OrganisationSettings.None).ShouldAllBe(fetch => fetch.Key.Scope == LimitScope.Subject);
    }
}
