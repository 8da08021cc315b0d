using System.Collections.Concurrent;
using CsCheck;
using Herald.Core.Deliveries;
using Herald.Core.Planning;
using NodaTime;

namespace Herald.Core.Tests.Planning;

/// <summary>Whole lives of random tasks on a fake clock, judged by an oracle that shares no code with the planner.</summary>
public sealed class PlannerPropertyTests(ITestOutputHelper output)
{
    private static readonly DeliveryResult[] Results =
    [
        DeliveryResult.NoAnswer, DeliveryResult.Busy, DeliveryResult.CallFailed, DeliveryResult.AnsweringMachine, DeliveryResult.Undetermined,
        DeliveryResult.NoAnswer, DeliveryResult.Busy, DeliveryResult.InvalidAddress, DeliveryResult.LiveAnswer, DeliveryResult.Unknown, DeliveryResult.Terminated,
    ];

    /// <summary>The lives are worth watching only if they attempt, loop and end in every way; so that is counted too.</summary>
    [Fact]
    public void No_life_of_a_task_breaks_a_rule_and_every_one_ends()
    {
        var ends = new ConcurrentDictionary<string, int>();
        var attempts = new ConcurrentDictionary<int, int>();
        Gen.Select(Scenario.Any, Gen.Int[0, Results.Length - 1].Array[40], Gen.Int[0, 5_000].Array[40])
            .Sample(
                (scenario, results, lateness) =>
                {
                    var (end, history) = Live(scenario, results, lateness);
                    ends.AddOrUpdate($"{end.Status} {end.Reason}", 1, (_, count) => count + 1);
                    attempts.AddOrUpdate(history.Count == 0 ? 0 : history[^1].Loop, 1, (_, count) => count + 1);
                },
                iter: 1_200);
        output.WriteLine(string.Join(", ", ends.OrderBy(pair => pair.Key)) + " loops " + string.Join(", ", attempts.OrderBy(pair => pair.Key)));
        ends.Keys.Count.ShouldBeGreaterThan(5);
        attempts[0].ShouldBeLessThan(800);
        attempts.Where(pair => pair.Key > 1).Sum(pair => pair.Value).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_wait_is_never_too_long() =>
        Scenario.Any.Sample(scenario =>
        {
            // The instants skipped by a wait would all have been illegal, or too near a close: sampled each minute and at the edge.
            if (Planner.Next(scenario.Task, [], scenario.Facts, scenario.Now) is not NextStep.Wait wait)
                return;
            var legal = Duration.Zero;
            var step = Duration.FromSeconds(37);
            for (var at = scenario.Now; at < wait.Until; at += step)
            {
                legal = Oracle.Broken(scenario.Task, [], wait.Candidate, scenario.Facts, at) is null ? legal + step : Duration.Zero;
                // Two samples 37 s apart, both legal, with an illegal moment between them: possible, so three are asked for.
                legal.ShouldBeLessThan(step * 3);
            }
        }, iter: Often.Times(1_000));

    [Fact]
    public void What_is_legal_until_a_close_is_legal_at_each_moment_before_it() =>
        Scenario.Any.Sample(scenario =>
        {
            if (Planner.Next(scenario.Task, [], scenario.Facts, scenario.Now) is not NextStep.Attempt attempt)
                return;
            (attempt.ClosesAt - scenario.Now).ShouldBeGreaterThanOrEqualTo(Duration.FromSeconds(2));
            for (var i = 0; i < 20; i++)
            {
                var at = scenario.Now + (attempt.ClosesAt - Duration.FromTicks(1) - scenario.Now) * (i / 19.0);
                Oracle.Broken(scenario.Task, [], attempt.Candidate, scenario.Facts, at).ShouldBeNull();
            }
        }, iter: Often.Times(4_000));

    [Fact]
    public void The_same_question_has_the_same_answer_and_its_explanation_too() =>
        Scenario.Any.Sample(scenario =>
        {
            var step = Planner.Next(scenario.Task, [], scenario.Facts, scenario.Now);
            Planner.Next(scenario.Task, [], scenario.Facts, scenario.Now).ShouldBe(step);
            Planner.Explain(scenario.Task, [], scenario.Facts, scenario.Now).Step.ShouldBe(step);
        }, iter: Often.Times(1_000));

    private static (NextStep.End End, List<PastAttempt> History) Live(Scenario scenario, int[] results, int[] lateness)
    {
        var (task, facts, now) = scenario;
        List<PastAttempt> history = [];
        var starts = new List<(Instant At, string Person, string Number)>();
        for (var steps = 0; ; steps++)
        {
            steps.ShouldBeLessThan(400, "the task does not end");
            switch (Planner.Next(task, history, Known(facts, task, starts), now))
            {
                case NextStep.Wait wait:
                    wait.Until.ShouldBeGreaterThan(now);
                    // The look comes late now and then.
                    now = wait.Until + (steps % 3 == 0 ? Duration.FromMilliseconds(lateness[steps % lateness.Length]) : Duration.Zero);
                    break;
                case NextStep.Attempt attempt:
                    Oracle.Broken(task, starts, attempt.Candidate, facts, now).ShouldBeNull();
                    attempt.Window.Contains(now).ShouldBeTrue();
                    attempt.ClosesAt.ShouldBeLessThanOrEqualTo(attempt.Window.End);
                    ShouldKeepTheChain(task, history, attempt.Candidate, facts);
                    ShouldKeepTheDelay(history, attempt.Candidate, facts, now);
                    ShouldFitTheDemands(task, starts, attempt.Candidate, facts, now);
                    starts.Add((now, task.Contacts[attempt.Candidate.Contact].UniqueIdentifier, attempt.Candidate.Number));
                    history = history.Then(attempt.Candidate, task.Channel == Channel.Sms ? DeliveryResult.NotDelivered : Results[results[history.Count % results.Length]], now);
                    now = history[^1].EndedAt!.Value + Duration.FromMilliseconds(lateness[steps % lateness.Length]);
                    break;
                case NextStep.End end:
                    if (end.Status == DeliveryStatus.Complete)
                        history.ShouldNotBeEmpty();
                    Planner.Next(task, history, Known(facts, task, starts), now + Duration.FromDays(400)).ShouldBeOfType<NextStep.End>();
                    return (end, history);
            }
        }
    }

    private static void ShouldKeepTheChain(DeliveryTask task, List<PastAttempt> history, Candidate candidate, Facts facts)
    {
        var tried = history.Where(past => past.Result != DeliveryResult.Terminated).ToList();
        tried.ShouldNotContain(past => past.Loop == candidate.Loop && past.Contact == candidate.Contact && past.Number == candidate.Number);
        tried.ShouldNotContain(past => past.Number == candidate.Number && past.Result == DeliveryResult.InvalidAddress);
        tried.ShouldNotContain(past => past.Result == DeliveryResult.LiveAnswer || past.Result == DeliveryResult.Unknown);
        candidate.Loop.ShouldBeInRange(1, task.Channel == Channel.Sms || task.Intake == IntakeKind.FirstGeneration ? 1 : 1 + facts.Engagement.Planner.Retries);
        if (candidate.Loop > 1)
            tried.ShouldContain(past => past.Loop == candidate.Loop - 1 && past.Contact == candidate.Contact && past.Number == candidate.Number);
        if (history.Count > 0)
            (candidate.Loop, candidate.Contact).CompareTo((history[^1].Loop, history[^1].Contact)).ShouldBeGreaterThanOrEqualTo(0);
    }

    private static void ShouldKeepTheDelay(List<PastAttempt> history, Candidate candidate, Facts facts, Instant now)
    {
        if (history.FindLast(past => past.Result != DeliveryResult.Terminated) is not { } last)
            return;
        var planner = facts.Engagement.Planner;
        var delay = last.Loop < candidate.Loop ? planner.DelayBetweenLoops : last.Contact < candidate.Contact ? planner.DelayBetweenContacts : planner.DelayBetweenNumbers;
        (now - last.EndedAt!.Value).ShouldBeGreaterThanOrEqualTo(delay);
    }

    private static void ShouldFitTheDemands(DeliveryTask task, List<(Instant At, string Person, string Number)> starts, Candidate candidate, Facts facts, Instant now)
    {
        foreach (var demand in Planner.Demands(task, candidate, facts, now))
        {
            starts.Count(start => start.At >= demand.Since && demand.Key.Scope switch
            {
                LimitScope.Contact => start.Person == demand.Key.Value,
                LimitScope.Phone => start.Number == demand.Key.Value,
                LimitScope.Subject => demand.Key.Value == "us-fl:" + start.Person,
                _ => true,
            }).ShouldBeLessThan(demand.Cap);
        }
    }

    /// <summary>What the store would have fetched: as many starts as the keys ask for, no more.</summary>
    private static Facts Known(Facts facts, DeliveryTask task, List<(Instant At, string Person, string Number)> starts) => facts with
    {
        StartedAt = Planner.Keys(task, facts.Engagement, facts.Organisation)
            .Select(fetch => (fetch.Key, Starts: (IReadOnlyList<Instant>)[.. starts
                .Where(start => fetch.Key.Scope switch
                {
                    LimitScope.Contact => start.Person == fetch.Key.Value,
                    LimitScope.Phone => start.Number == fetch.Key.Value,
                    LimitScope.Subject => fetch.Key.Value == "us-fl:" + start.Person,
                    _ => true,
                })
                .Select(start => start.At).OrderDescending().Take(fetch.Newest)]))
            .Where(known => known.Starts.Count > 0)
            .ToDictionary(known => known.Key, known => known.Starts),
    };
}
