using Herald.Core.Deliveries;
using Herald.Core.Eligibility;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>What to do next with a task. Intake, pick and outcome call the same function; it is the whole decision.</summary>
public static class Planner
{
    // A running attempt decides when it ends, not when it is looked at: whoever asks anyway is sent away for this long.
    private static readonly Duration RunningLook = Duration.FromMinutes(1);

    /// <param name="history">Started deliveries of the task in order of sequence; the last has its result when its outcome is being planned.</param>
    /// <returns>A Wait is always after <paramref name="now"/>; the number of steps is bounded for any input.</returns>
    public static NextStep Next(DeliveryTask task, IReadOnlyList<PastAttempt> history, Facts facts, Instant now) =>
        Next(task, history, facts, now, asked: null);

    /// <summary>The same decision, with every rule's verdict on every number that was looked at.</summary>
    public static Explanation Explain(DeliveryTask task, IReadOnlyList<PastAttempt> history, Facts facts, Instant now)
    {
        var asked = new List<Question>();
        var step = Next(task, history, facts, now, asked);
        return new Explanation(step, [.. asked.Select(question => CandidateTrace.Of(question, now))]);
    }

    /// <summary>The counts that the start re-checks for this attempt. Its keys of scope <see cref="LimitScope.Subject"/> are to be written with the start.</summary>
    public static IReadOnlyList<LimitDemand> Demands(DeliveryTask task, Candidate candidate, Facts facts, Instant now) =>
        LimitKeys.Demands(task, candidate, facts, now);

    /// <summary>What <see cref="Facts.StartedAt"/> must hold for this task: keys, how many starts of each and how far back.</summary>
    /// <param name="contact">Of this contact of the task only; null = of all.</param>
    public static IReadOnlyList<LimitFetch> Keys(DeliveryTask task, Engagement engagement, OrganisationSettings organisation, int? contact = null) =>
        LimitKeys.Of(task, engagement, organisation, contact);

    private static NextStep Next(DeliveryTask task, IReadOnlyList<PastAttempt> history, Facts facts, Instant now, List<Question>? asked)
    {
        var settings = facts.Engagement.Planner;
        if (history.Count > 0)
        {
            if (Endings.Settled(history, settings) is { } settled)
                return settled;
            if (history[^1] is { Result: null } running)
                return Running(task, running, now);
        }

        var chain = new Chain(task, history, settings);
        string? refused = null;
        var refusedContact = 0;
        var loops = chain.MayLoop ? chain.Loop + 1 : chain.Loop;
        for (var loop = chain.Loop; loop <= loops; loop++)
        {
            for (var contact = 0; contact < task.Contacts.Count; contact++)
            {
                for (var position = 0; position < chain.Positions; position++)
                {
                    if (chain.At(loop, contact, position) is not { } candidate)
                        continue;
                    if (!facts.Engagement.Active)
                        return Idle(task, candidate, now);
                    var question = new Question(task, history, candidate, facts, chain.NotBefore(candidate));
                    asked?.Add(question);
                    var (step, never) = EarliestMoment.Of(question, now);
                    if (step is not null)
                        return step;
                    (refused, refusedContact) = (never, contact);
                }
            }
        }

        var end = Endings.Exhausted(task, history, settings, refused);
        return refused == ReasonCode.Policy
            ? end with { PolicyId = PolicyRule.Deciding(facts.Policies, task, refusedContact)?.Id }
            : end;
    }

    private static NextStep.Wait Running(DeliveryTask task, PastAttempt running, Instant now) =>
        new(
            new Candidate(running.Loop, running.Contact, running.Phone, running.Number),
            WindowRule.Nearest(task.WindowsOf(running.Contact), running.StartedAt),
            now + RunningLook,
            ReasonCode.Delay);

    // An inactive engagement attempts nothing; its tasks wait for it to be activated, and expire with their last window.
    private static NextStep Idle(DeliveryTask task, Candidate candidate, Instant now)
    {
        var last = Instant.MinValue;
        for (var contact = 0; contact < task.Contacts.Count; contact++)
        {
            foreach (var window in task.WindowsOf(contact))
                last = Instant.Max(last, window.End);
        }

        return last > now
            ? new NextStep.Wait(candidate, WindowRule.Nearest(task.WindowsOf(candidate.Contact), now), last, ReasonCode.Configuration)
            : new NextStep.End(DeliveryStatus.Expired, ReasonCode.Window);
    }
}
