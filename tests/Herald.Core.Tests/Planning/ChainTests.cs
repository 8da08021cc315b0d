using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Planning;

public sealed class ChainTests
{
    private static readonly PastAttempt[] None = [];
    private static readonly Candidate First = new(1, 0, PhoneType.Mobile, "+14255550000");
    private static readonly PlannerSettings Retrying = new()
    {
        Retries = 2,
        ReattemptOn = ReattemptOn.NoAnswer | ReattemptOn.Busy | ReattemptOn.Failed | ReattemptOn.AnsweringMachine,
        DelayBetweenNumbers = Duration.FromMinutes(10),
        DelayBetweenContacts = Duration.FromMinutes(20),
        DelayBetweenLoops = Duration.FromMinutes(30),
    };

    private static DeliveryTask TwoPeople => Task(Person(0, home: "+14255557000"), Person(1, business: "+14255558001"));

    [Fact]
    public void Contacts_in_order_and_numbers_in_the_planners_order()
    {
        var planner = new PlannerSettings { Phones = [PhoneType.Home, PhoneType.Mobile, PhoneType.Business] };
        Walk(TwoPeople, planner, _ => DeliveryResult.NoAnswer)
            .ShouldBe(["1+14255557000", "1+14255550000", "1+14255550001", "1+14255558001"]);
    }

    [Fact]
    public void A_next_loop_holds_exactly_the_listed_numbers() =>
        Walk(TwoPeople, Retrying, candidate => candidate.Loop == 1 && candidate.Phone == PhoneType.Mobile ? DeliveryResult.Busy : DeliveryResult.Undetermined)
            .ShouldBe(["1+14255550000", "1+14255557000", "1+14255550001", "1+14255558001", "2+14255550000", "2+14255550001"]);

    [Fact]
    public void Loops_end_with_the_retries()
    {
        Walk(Task(), Retrying, _ => DeliveryResult.NoAnswer).ShouldBe(["1+14255550000", "2+14255550000", "3+14255550000"]);
        Walk(Task(), Retrying with { Retries = 0 }, _ => DeliveryResult.NoAnswer).ShouldBe(["1+14255550000"]);
        Walk(Task(), Retrying with { ReattemptOn = ReattemptOn.Busy }, _ => DeliveryResult.NoAnswer).ShouldBe(["1+14255550000"]);
    }

    [Theory]
    [InlineData(DeliveryResult.NoAnswer, ReattemptOn.NoAnswer)]
    [InlineData(DeliveryResult.Busy, ReattemptOn.Busy)]
    [InlineData(DeliveryResult.CallFailed, ReattemptOn.Failed)]
    [InlineData(DeliveryResult.AnsweringMachine, ReattemptOn.AnsweringMachine)]
    [InlineData(DeliveryResult.AnsweringMachineHangup, ReattemptOn.AnsweringMachine)]
    public void Each_listed_reason_calls_for_a_loop_by_itself_only(DeliveryResult result, ReattemptOn reason)
    {
        foreach (var listed in new[] { ReattemptOn.NoAnswer, ReattemptOn.Busy, ReattemptOn.Failed, ReattemptOn.AnsweringMachine })
            Walk(Task(), Retrying with { Retries = 1, ReattemptOn = listed }, _ => result).Count.ShouldBe(listed == reason ? 2 : 1);
    }

    [Theory]
    [InlineData(DeliveryResult.Undetermined)]
    [InlineData(DeliveryResult.NotAHandset)]
    [InlineData(DeliveryResult.BotFailed)]
    [InlineData(DeliveryResult.InvalidAddress)]
    [InlineData(DeliveryResult.NonRetriableError)]
    public void Other_results_go_on_with_the_chain_and_start_no_loop(DeliveryResult result) =>
        Walk(TwoPeople, Retrying, _ => result).Count.ShouldBe(4);

    [Theory]
    [InlineData(DeliveryResult.InvalidAddress)]
    [InlineData(DeliveryResult.NonRetriableError)]
    public void A_number_proven_invalid_is_never_dialled_again_even_for_another_contact(DeliveryResult result)
    {
        var task = Task(Person(0, business: "+14255556000"), Person(1, mobile: "+14255550000"));
        Walk(task, Retrying, candidate => candidate.Number == "+14255550000" ? result : DeliveryResult.NoAnswer)
            .ShouldBe(["1+14255550000", "1+14255556000", "2+14255556000", "3+14255556000"]);
    }

    [Fact]
    public void A_number_that_stands_twice_is_tried_once_a_loop() =>
        Walk(Task(Person(0, business: "+14255550000", home: "+14255557000")), Retrying with { Retries = 1 }, _ => DeliveryResult.Busy)
            .ShouldBe(["1+14255550000", "1+14255557000", "2+14255550000", "2+14255557000"]);

    [Fact]
    public void Delays_between_numbers_contacts_and_loops_count_from_the_end_of_the_attempt()
    {
        var history = None.Then(First, DeliveryResult.Busy, Noon);
        var ended = history[^1].EndedAt!.Value;
        var home = Planner.Next(TwoPeople, history, Facts(Retrying), ended).ShouldWait(ended + Duration.FromMinutes(10), ReasonCode.Delay);
        history = history.Then(home.Candidate, DeliveryResult.Busy, home.Until);
        ended = history[^1].EndedAt!.Value;
        var other = Planner.Next(TwoPeople, history, Facts(Retrying), ended).ShouldWait(ended + Duration.FromMinutes(20), ReasonCode.Delay);
        other.Candidate.Contact.ShouldBe(1);
        history = history.Then(other.Candidate, DeliveryResult.Undetermined, other.Until).Then(new(1, 1, PhoneType.Business, "+14255558001"), DeliveryResult.Undetermined, other.Until);
        ended = history[^1].EndedAt!.Value;
        var loop = Planner.Next(TwoPeople, history, Facts(Retrying), ended).ShouldWait(ended + Duration.FromMinutes(30), ReasonCode.Delay);
        loop.Candidate.ShouldBe(new Candidate(2, 0, PhoneType.Mobile, "+14255550000"));
    }

    [Fact]
    public void Not_before_waits_and_never_breaks_the_order()
    {
        var task = Task(Person(0) with { Windows = [Hours(5, 6)] }, Person(1));
        Planner.Next(task, None, Facts(), Noon).ShouldWait(Hours(5, 6).Start, ReasonCode.Window).Candidate.Contact.ShouldBe(0);
        Planner.Next(task, None, Facts(), Hours(5, 6).End).ShouldBeAttempt().Candidate.Contact.ShouldBe(1);
    }

    [Fact]
    public void A_delay_that_outlasts_the_windows_expires_the_task_for_want_of_a_window()
    {
        var history = None.Then(First, DeliveryResult.Busy, Noon);
        Planner.Next(Task() with { Windows = [Hours(-1, 0.5)] }, history, Facts(Retrying), Noon + Duration.FromMinutes(2))
            .ShouldEnd(DeliveryStatus.Expired, ReasonCode.Window);
    }

    [Theory]
    [InlineData(DeliveryResult.LiveAnswer, true)]
    [InlineData(DeliveryResult.CallEnded, true)]
    [InlineData(DeliveryResult.Unknown, false)]
    public void Reached_or_unknown_ends_the_task(DeliveryResult result, bool reached)
    {
        var facts = Facts(Retrying with { FallbackEngagementId = Guid.NewGuid() });
        var end = Planner.Next(TwoPeople, None.Then(First, result, Noon), facts, Noon + Duration.FromHours(1)).ShouldEnd(DeliveryStatus.Complete);
        end.CustomerReached.ShouldBe(reached);
        end.Fallback.ShouldBeFalse();
    }

    [Fact]
    public void A_listed_disposition_means_not_reached()
    {
        var planner = Retrying with { ReattemptDispositions = ["Wrong person"] };
        var history = None.Then(First, DeliveryResult.LiveAnswer, Noon, "wrong person");
        Planner.Next(Task(), history, Facts(planner), Hours(1, 2).Start).ShouldBeAttempt().Candidate.Loop.ShouldBe(2);
        Planner.Next(Task(), history, Facts(Retrying), Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete).CustomerReached.ShouldBeTrue();
    }

    [Fact]
    public void Do_not_contact_beats_every_other_disposition()
    {
        var planner = Retrying with { ReattemptDispositions = ["Wrong person"] };
        Planner.Next(Task(), None.Then(First, DeliveryResult.LiveAnswer, Noon, "Wrong person", "Do not contact"), Facts(planner), Hours(1, 2).Start)
            .ShouldEnd(DeliveryStatus.Complete).CustomerReached.ShouldBeTrue();
        Planner.Next(Task(), None.Then(First, DeliveryResult.NoAnswer, Noon, "Do not contact"), Facts(planner), Hours(1, 2).Start)
            .ShouldEnd(DeliveryStatus.Complete).Fallback.ShouldBeFalse();
    }

    [Fact]
    public void A_declined_call_reattempts_unless_excluded()
    {
        var declined = None.Then(First, DeliveryResult.NoAnswer, Noon)[0] with { Declined = true };
        Planner.Next(Task(), [declined], Facts(Retrying), Hours(1, 2).Start).ShouldBeAttempt();
        Planner.Next(Task(), [declined], Facts(Retrying with { ExcludeDeclined = true }), Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete);
    }

    [Fact]
    public void Terminated_frees_the_number()
    {
        var history = None.Then(First, DeliveryResult.Terminated, Noon);
        Planner.Next(Task(), history, Facts(Retrying), history[0].EndedAt!.Value).ShouldBeAttempt().Candidate.ShouldBe(First);
        Planner.Next(Task(), history, Facts(Retrying), Hours(-1, 24).End).ShouldEnd(DeliveryStatus.Expired, ReasonCode.Window);
    }

    [Fact]
    public void Exhausted_loops_call_the_fallback_once_and_for_voice_only()
    {
        var facts = Facts(new() { FallbackEngagementId = Guid.NewGuid() });
        var history = None.Then(First, DeliveryResult.Busy, Noon);
        Planner.Next(Task(), history, facts, Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete).Fallback.ShouldBeTrue();
        Planner.Next(Task() with { Intake = IntakeKind.FirstGeneration }, history, facts, Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete).Fallback.ShouldBeFalse();
        Planner.Next(Task() with { Channel = Channel.Sms, Intake = IntakeKind.Fallback }, history, facts, Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete).Fallback.ShouldBeFalse();
        Planner.Next(Task() with { Windows = [Hours(-2, -1)] }, None, facts, Noon).ShouldEnd(DeliveryStatus.Expired, ReasonCode.Window).Fallback.ShouldBeFalse();
    }

    [Fact]
    public void No_fallback_is_called_where_none_is_named_or_anybody_of_the_chain_wants_no_contact()
    {
        Planner.Next(Task(), None.Then(First, DeliveryResult.Busy, Noon), Facts(), Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete).Fallback.ShouldBeFalse();
        var facts = Facts(new() { FallbackEngagementId = Guid.NewGuid() });
        var history = None.Then(First, DeliveryResult.NoAnswer, Noon, "Do not contact")
            .Then(new Candidate(1, 0, PhoneType.Home, "+14255557000"), DeliveryResult.Busy, Noon)
            .Then(new Candidate(1, 1, PhoneType.Mobile, "+14255550001"), DeliveryResult.Busy, Noon)
            .Then(new Candidate(1, 1, PhoneType.Business, "+14255558001"), DeliveryResult.Busy, Noon);
        Planner.Next(TwoPeople, history, facts, Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete).Fallback.ShouldBeFalse();
    }

    [Fact]
    public void Sms_goes_once_through_the_mobile_numbers()
    {
        var task = TwoPeople with { Channel = Channel.Sms };
        Walk(task, Retrying, _ => DeliveryResult.NotDelivered).ShouldBe(["1+14255550000", "1+14255550001"]);
        Walk(task, Retrying, _ => DeliveryResult.Delivered).ShouldBe(["1+14255550000"]);
    }

    [Fact]
    public void First_generation_tasks_reattempt_nothing_and_use_the_tasks_windows()
    {
        var task = Task(Person() with { Windows = [Hours(5, 6)] }) with { Intake = IntakeKind.FirstGeneration };
        Walk(task, Retrying with { Phones = [PhoneType.Home] }, _ => DeliveryResult.Busy).ShouldBe(["1+14255550000"]);
        Planner.Next(task, None, Facts(Retrying), Noon).ShouldBeAttempt();
    }

    [Fact]
    public void A_number_that_opts_out_mid_task_leaves_the_task_complete()
    {
        var facts = Facts(Retrying) with { OptedOut = new HashSet<string> { "+14255557000" } };
        var history = None.Then(First, DeliveryResult.Undetermined, Noon);
        Planner.Next(Task(Person(0, home: "+14255557000")), history, facts, Hours(1, 2).Start).ShouldEnd(DeliveryStatus.Complete, ReasonCode.OptedOut);
        Endings.StatusOf(ReasonCode.OptedOut).ShouldBe(DeliveryStatus.Cancelled);
    }

    [Fact]
    public void A_running_attempt_decides_nothing_yet()
    {
        var running = None.Then(First, DeliveryResult.Busy, Noon)[0] with { EndedAt = null, Result = null };
        Planner.Next(TwoPeople, [running], Facts(Retrying), Noon).ShouldBeOfType<NextStep.Wait>().Until.ShouldBeGreaterThan(Noon);
        var second = new Candidate(1, 0, PhoneType.Home, "+14255557000");
        var later = None.Then(First, DeliveryResult.Busy, Noon).Then(second, DeliveryResult.Busy, Noon);
        later[1] = later[1] with { EndedAt = null, Result = null };
        Planner.Next(TwoPeople, later, Facts(), Noon + Duration.FromHours(1)).ShouldBeOfType<NextStep.Wait>().Candidate.ShouldBe(second);
    }

    /// <summary>Attempts whatever the planner says until it ends the task; "loop+number" of each.</summary>
    private static List<string> Walk(DeliveryTask task, PlannerSettings planner, Func<Candidate, DeliveryResult> people)
    {
        List<PastAttempt> history = [];
        var now = Noon;
        var walked = new List<string>();
        for (var steps = 0; steps < 100; steps++)
        {
            switch (Planner.Next(task, history, Facts(planner), now))
            {
                case NextStep.Attempt attempt:
                    walked.Add(attempt.Candidate.Loop + attempt.Candidate.Number);
                    history = history.Then(attempt.Candidate, people(attempt.Candidate), now);
                    now = history[^1].EndedAt!.Value;
                    break;
                case NextStep.Wait wait:
                    now = wait.Until;
                    break;
                default:
                    return walked;
            }
        }

        throw new InvalidOperationException("the walk does not end");
    }
}
