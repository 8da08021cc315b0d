using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Planning;

/// <summary>Every way a task can end without an attempt, with its reason code (domain rule "which end").</summary>
public sealed class EndReasonTests
{
    private static readonly PastAttempt[] None = [];

    [Fact]
    public void An_open_window_is_an_attempt_that_closes_with_it()
    {
        var attempt = Planner.Next(Task(), None, Facts(), Noon).ShouldBeAttempt();
        attempt.Candidate.ShouldBe(new Candidate(1, 0, PhoneType.Mobile, "+14255550000"));
        attempt.ClosesAt.ShouldBe(Hours(-1, 24).End);
    }

    [Fact]
    public void A_window_that_opens_later_is_waited_for() =>
        Planner.Next(Task() with { Windows = [Hours(3, 4)] }, None, Facts(), Noon).ShouldWait(Hours(3, 4).Start, ReasonCode.Window);

    [Fact]
    public void No_window_left_is_Expired_window() =>
        Planner.Next(Task() with { Windows = [Hours(-3, 0)] }, None, Facts(), Noon).ShouldEnd(DeliveryStatus.Expired, ReasonCode.Window);

    [Fact]
    public void Nothing_starts_in_the_last_two_seconds_of_a_window()
    {
        var task = Task() with { Windows = [Hours(-1, 1)] };
        var close = Hours(-1, 1).End;
        Planner.Next(task, None, Facts(), close - Duration.FromSeconds(2)).ShouldBeAttempt();
        Planner.Next(task, None, Facts(), close - Duration.FromMilliseconds(1_999)).ShouldEnd(DeliveryStatus.Expired, ReasonCode.Window);
    }

    [Fact]
    public void Of_overlapping_windows_the_one_that_stays_open_longest_counts()
    {
        foreach (var windows in new[] { new[] { Hours(-1, 3), Hours(-1, 1) }, [Hours(-1, 1), Hours(-1, 3)] })
        {
            var attempt = Planner.Next(Task() with { Windows = windows }, None, Facts(), Noon).ShouldBeAttempt();
            attempt.Window.ShouldBe(Hours(-1, 3));
            attempt.ClosesAt.ShouldBe(Hours(-1, 3).End);
        }
    }

    [Fact]
    public void Quiet_hours_are_waited_out() =>
        Planner.Next(Task(), None, Facts(new() { Quiet = ForMobile(Quiet("10:00", "13:30")) }), Noon)
            .ShouldWait(At("2026-11-24T13:30:00Z"), ReasonCode.QuietHours);

    [Fact]
    public void A_wait_for_a_later_window_names_what_kept_it_from_this_one() =>
        Planner.Next(Task() with { Windows = [Hours(-1, 1), Hours(5, 6)] }, None, Facts(new() { Quiet = ForMobile(Quiet("11:30", "13:30")) }), Noon)
            .ShouldWait(Hours(5, 6).Start, ReasonCode.QuietHours);

    [Fact]
    public void Quiet_hours_close_the_legal_moment() =>
        Planner.Next(Task(), None, Facts(new() { Quiet = ForMobile(Quiet("21:00", "08:00")) }), Noon)
            .ShouldBeAttempt().ClosesAt.ShouldBe(At("2026-11-24T21:00:00Z"));

    [Fact]
    public void Nothing_starts_in_the_last_two_seconds_before_quiet_hours() =>
        Planner.Next(Task(), None, Facts(new() { Quiet = ForMobile(Quiet("21:00", "08:00")) }), At("2026-11-24T20:59:59Z"))
            .ShouldWait(At("2026-11-25T08:00:00Z"), ReasonCode.QuietHours);

    [Fact]
    public void Quiet_hours_that_leave_no_minute_of_any_window_are_Expired_quiet_hours()
    {
        var task = Task() with { Windows = [Hours(1, 2), Hours(4, 5)] };
        Planner.Next(task, None, Facts(new() { Quiet = ForMobile(Quiet("12:30", "17:30")) }), Noon)
            .ShouldEnd(DeliveryStatus.Expired, ReasonCode.QuietHours);
        Planner.Next(task, None, Facts(new() { Quiet = ForMobile(Quiet("00:00", "00:00")) }), Noon)
            .ShouldEnd(DeliveryStatus.Expired, ReasonCode.QuietHours);
    }

    [Fact]
    public void A_limit_that_outlasts_the_last_window_is_Expired_limit()
    {
        var planner = new PlannerSettings { Limits = LimitSettings.None with { Contact = new(null, 1, null) } };
        Planner.Next(Task(), None, Started(Facts(planner), new(LimitScope.Contact, "person-0"), -1), Noon)
            .ShouldEnd(DeliveryStatus.Expired, ReasonCode.Limit);
    }

    [Fact]
    public void A_queue_that_stays_closed_is_Expired_queue_hours()
    {
        var facts = Facts() with { QueueHours = new([new([IsoDayOfWeek.Friday], Time("09:00"), Time("17:00"))], [], "UTC") };
        Planner.Next(Task(), None, facts, Noon).ShouldEnd(DeliveryStatus.Expired, ReasonCode.QueueHours);
        var ignoring = facts with { Engagement = facts.Engagement with { IgnoreQueueHours = true } };
        Planner.Next(Task(), None, ignoring, Noon).ShouldBeAttempt();
        var preview = facts with { Engagement = ignoring.Engagement with { DialMode = DialMode.Preview } };
        Planner.Next(Task(), None, preview, Noon).ShouldEnd(DeliveryStatus.Expired, ReasonCode.QueueHours);
    }

    [Fact]
    public void A_queue_that_opens_later_is_waited_for() =>
        Planner.Next(Task(), None, Facts() with { QueueHours = new([new(EveryDay, Time("14:00"), Time("17:00"))], [], "UTC") }, Noon)
            .ShouldWait(At("2026-11-24T14:00:00Z"), ReasonCode.QueueHours);

    [Fact]
    public void Every_number_opted_out_is_Cancelled_opted_out() =>
        Planner.Next(Task(Person(0), Person(1)), None, Facts() with { OptedOut = new HashSet<string> { "+14255550000", "+14255550001" } }, Noon)
            .ShouldEnd(DeliveryStatus.Cancelled, ReasonCode.OptedOut);

    [Fact]
    public void An_opted_out_number_is_skipped() =>
        Planner.Next(Task(Person(0, business: "+14255559999")), None, Facts() with { OptedOut = new HashSet<string> { "+14255550000" } }, Noon)
            .ShouldBeAttempt().Candidate.Phone.ShouldBe(PhoneType.Business);

    [Fact]
    public void No_number_of_a_selected_type_is_Error_no_number() =>
        Planner.Next(Task(Person(0, mobile: null, home: "+14255558888")), None, Facts(new() { Phones = [PhoneType.Mobile, PhoneType.Business] }), Noon)
            .ShouldEnd(DeliveryStatus.Error, ReasonCode.NoNumber);

    [Fact]
    public void Bad_configuration_is_Error_configuration()
    {
        var facts = Facts();
        Planner.Next(Task(), None, facts with { Engagement = facts.Engagement with { Unusable = "no workstream" } }, Noon)
            .ShouldEnd(DeliveryStatus.Error, ReasonCode.Configuration);
        Planner.Next(Task(), None, Facts(new() { DefaultZone = "Mars/Olympus" }), Noon).ShouldEnd(DeliveryStatus.Error, ReasonCode.Configuration);
        Planner.Next(Task(), None, facts with { Engagement = facts.Engagement with { Presets = ["us-nowhere"] } }, Noon)
            .ShouldEnd(DeliveryStatus.Error, ReasonCode.Configuration);
    }

    [Fact]
    public void An_inactive_engagement_waits_and_expires()
    {
        var facts = Facts();
        var inactive = facts with { Engagement = facts.Engagement with { Active = false } };
        Planner.Next(Task(), None, inactive, Noon).ShouldWait(Hours(-1, 24).End, ReasonCode.Configuration);
        Planner.Next(Task(), None, inactive, Hours(-1, 24).End).ShouldEnd(DeliveryStatus.Expired, ReasonCode.Window);
    }

    [Theory]
    [InlineData("us", null, null, true)]
    [InlineData("US", "wa", null, true)]
    [InlineData("US", "OR", null, false)]
    [InlineData(null, null, "98052", true)]
    [InlineData(null, null, "9805", false)]
    public void A_policy_matches_whole_values_case_blind(string? country, string? state, string? postalCode, bool cancels)
    {
        var policy = new CancellationPolicy(
            Guid.NewGuid(), EngagementId, Noon + Duration.FromHours(1), null,
            country is null ? [] : [country], state is null ? [] : [state], postalCode is null ? [] : [postalCode]);
        var task = Task(Person() with { Country = "US", State = "WA", PostalCode = "98052" });
        var step = Planner.Next(task, None, Facts() with { Policies = [policy] }, Noon);
        if (cancels)
            step.ShouldEnd(DeliveryStatus.Cancelled, ReasonCode.Policy).PolicyId.ShouldBe(policy.Id);
        else
            step.ShouldBeAttempt();
    }

    [Fact]
    public void A_policy_without_end_spares_later_tasks_and_one_with_an_end_does_not()
    {
        var policy = new CancellationPolicy(Guid.NewGuid(), EngagementId, Noon - Duration.FromHours(1), null, [], [], []);
        Planner.Next(Task(), None, Facts() with { Policies = [policy] }, Noon).ShouldBeAttempt();
        Planner.Next(Task(), None, Facts() with { Policies = [policy with { Until = Noon + Duration.FromHours(1) }] }, Noon)
            .ShouldEnd(DeliveryStatus.Cancelled, ReasonCode.Policy);
        Planner.Next(Task(), None, Facts() with { Policies = [policy with { Until = Noon }] }, Noon).ShouldBeAttempt();
        Planner.Next(Task(), None, Facts() with { Policies = [policy with { LinkedAt = Noon }] }, Noon).ShouldBeAttempt();
        Planner.Next(Task(), None, Facts() with { Policies = [policy with { LinkedAt = Noon + Duration.Epsilon }] }, Noon)
            .ShouldEnd(DeliveryStatus.Cancelled, ReasonCode.Policy);
        Planner.Next(Task(), None, Facts() with { Policies = [policy with { LinkedAt = Noon + Duration.Epsilon, EngagementId = Guid.NewGuid() }] }, Noon)
            .ShouldBeAttempt();
    }

    private static Facts Started(Facts facts, LimitKey key, params double[] hours) => facts with
    {
        StartedAt = new Dictionary<LimitKey, IReadOnlyList<Instant>> { [key] = [.. hours.Select(hour => Noon + Duration.FromHours(hour))] },
    };
}
