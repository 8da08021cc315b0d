using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Planning;

public sealed class LimitTests
{
    private static readonly PastAttempt[] None = [];
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);

    [Fact]
    public void The_cap_frees_just_after_the_oldest_counted_start_leaves_the_period()
    {
        var facts = Facts(new() { Limits = LimitSettings.None with { Contact = new(2, null, null) } });
        facts = facts with { StartedAt = Starts(LimitScope.Contact, "person-0", -1, -23, -23.5) };
        var wait = Planner.Next(Task(), None, facts, Noon).ShouldWait(Hours(1, 2).Start + Millisecond, ReasonCode.Limit);
        Planner.Next(Task(), None, facts, wait.Until).ShouldBeAttempt();
        Planner.Next(Task(), None, facts, wait.Until - Millisecond).ShouldWait(wait.Until, ReasonCode.Limit);
    }

    [Fact]
    public void The_planner_and_the_start_count_alike()
    {
        var facts = Facts(new() { Limits = LimitSettings.None with { Phone = new(1, null, null) } });
        var start = Noon - Duration.FromHours(3);
        facts = facts with { StartedAt = Starts(LimitScope.Phone, "+14255550000", -3) };
        foreach (var now in new[] { start + Duration.FromDays(1), start + Duration.FromDays(1) + Millisecond })
        {
            var candidate = new Candidate(1, 0, PhoneType.Mobile, "+14255550000");
            var demand = Planner.Demands(Task(), candidate, facts, now).ShouldHaveSingleItem();
            var counted = start >= demand.Since;
            (Planner.Next(Task(), None, facts, now) is NextStep.Wait).ShouldBe(counted);
        }
    }

    [Theory]
    [InlineData(3, 1, true)]
    [InlineData(1, 3, true)]
    [InlineData(3, 3, false)]
    public void The_stricter_of_engagement_and_organisation_wins(int own, int organisation, bool waits)
    {
        var facts = Facts(new() { RespectsOrganisation = true, Limits = LimitSettings.None with { Contact = new(own, null, null) } }) with
        {
            Organisation = OrganisationSettings.None with { Limits = LimitSettings.None with { Contact = new(organisation, null, null) } },
            StartedAt = Starts(LimitScope.Contact, "person-0", -2, -3),
        };
        (Planner.Next(Task(), None, facts, Noon) is NextStep.Wait).ShouldBe(waits);
        Planner.Demands(Task(), new Candidate(1, 0, PhoneType.Mobile, "+14255550000"), facts, Noon)
            .ShouldBe([new LimitDemand(new(LimitScope.Contact, "person-0"), Math.Min(own, organisation), Noon - Duration.FromDays(1))]);
    }

    [Fact]
    public void The_organisation_binds_only_who_respects_it()
    {
        var facts = Facts() with
        {
            Organisation = OrganisationSettings.None with { Limits = LimitSettings.None with { Contact = new(1, null, null) } },
            StartedAt = Starts(LimitScope.Contact, "person-0", -2),
        };
        Planner.Next(Task(), None, facts, Noon).ShouldBeAttempt();
    }

    [Fact]
    public void A_phone_limit_that_outlasts_the_windows_skips_to_the_next_number()
    {
        var facts = Facts(new() { Limits = LimitSettings.None with { Phone = new(null, 1, null) } }) with
        {
            StartedAt = Starts(LimitScope.Phone, "+14255550000", -2),
        };
        Planner.Next(Task(Person(0, home: "+14255557777")), None, facts, Noon).ShouldBeAttempt().Candidate.Phone.ShouldBe(PhoneType.Home);
    }

    [Fact]
    public void First_generation_tasks_know_no_limits_but_quiet_hours_and_consent()
    {
        var planner = new PlannerSettings { Limits = LimitSettings.None with { Contact = new(1, 1, 1) } };
        var task = Task() with { Intake = IntakeKind.FirstGeneration };
        var facts = Facts(planner) with { StartedAt = Starts(LimitScope.Contact, "person-0", -2) };
        Planner.Next(task, None, facts, Noon).ShouldBeAttempt();
        Planner.Demands(task, new Candidate(1, 0, PhoneType.Mobile, "+14255550000"), facts, Noon).ShouldBeEmpty();
        Planner.Next(task, None, facts with { OptedOut = new HashSet<string> { "+14255550000" } }, Noon).ShouldEnd(DeliveryStatus.Cancelled, ReasonCode.OptedOut);
        Planner.Next(task, None, Facts(planner with { Quiet = ForMobile(Quiet("11:00", "13:00")) }), Noon)
            .ShouldWait(Noon + Duration.FromHours(1), ReasonCode.QuietHours);
    }

    [Fact]
    public void A_task_limit_counts_the_history_when_nothing_was_fetched()
    {
        var planner = new PlannerSettings { Limits = LimitSettings.None with { Task = new(1, null, null) } };
        var task = Task(Person(0, business: "+14255556666")) with { Windows = [Hours(-1, 48)] };
        var history = None.Then(new Candidate(1, 0, PhoneType.Mobile, "+14255550000"), DeliveryResult.NoAnswer, Noon);
        Planner.Next(task, history, Facts(planner), Noon + Duration.FromHours(1)).ShouldWait(Noon + Duration.FromDays(1) + Millisecond, ReasonCode.Limit);
    }

    [Fact]
    public void Keys_name_what_must_be_fetched_once()
    {
        var facts = Facts(new() { RespectsOrganisation = true, Limits = new(new(2, 5, null), new(null, null, 9), FrequencyLimits.None) });
        var organisation = OrganisationSettings.None with { Limits = LimitSettings.None with { Contact = new(7, null, null) } };
        Planner.Keys(Task(Person(0, home: "+14255557777")), facts.Engagement, organisation).ShouldBe(
            [
                new LimitFetch(new(LimitScope.Contact, "person-0"), 7, Duration.FromDays(7)),
                new LimitFetch(new(LimitScope.Phone, "+14255550000"), 9, Duration.FromDays(30)),
                new LimitFetch(new(LimitScope.Phone, "+14255557777"), 9, Duration.FromDays(30)),
            ],
            ignoreOrder: true);
        Planner.Keys(Task(), Facts().Engagement, OrganisationSettings.None).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_of_numbers_that_are_never_dialled_are_not_fetched()
    {
        var facts = Facts(new() { Phones = [PhoneType.Home], Limits = LimitSettings.None with { Phone = new(1, null, null) } });
        var task = Task(Person(0, home: "+14255557777"));
        Planner.Keys(task, facts.Engagement, OrganisationSettings.None).ShouldHaveSingleItem().Key.Value.ShouldBe("+14255557777");
        Planner.Keys(task with { Intake = IntakeKind.FirstGeneration }, facts.Engagement, OrganisationSettings.None).ShouldBeEmpty();
        Planner.Keys(task with { Channel = Channel.Sms }, facts.Engagement, OrganisationSettings.None).ShouldBeEmpty();
    }

    private static Dictionary<LimitKey, IReadOnlyList<Instant>> Starts(LimitScope scope, string value, params double[] hours) => new()
    {
        [new(scope, value)] = [.. hours.Select(hour => Noon + Duration.FromHours(hour))],
    };
}
