using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Ordering;
using Herald.Core.Outcomes;
using Herald.Core.Planning;
using Herald.Store.Intake;
using Herald.Store.Queue;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Attempts;

/// <summary>Turns the end of an attempt into the one write that records it and whatever follows for its task.</summary>
internal static class OutcomePlan
{
    /// <summary>The task's history once the outcome is known: the attempt itself is its last element.</summary>
    public static IReadOnlyList<PastAttempt> After(IReadOnlyList<PastAttempt> before, PastAttempt attempt, AttemptOutcome outcome) =>
        [.. before, attempt with { EndedAt = outcome.EndedAt, Result = outcome.Result, Declined = outcome.Declined }];

    public static RowSettings RowOf(Engagement engagement) =>
        new(engagement.DialMode, engagement.Leader, engagement.QueueId, engagement.Workstream?.PhoneNumber);

    public static long RankOf(Engagement engagement, DeliveryTask task, NextStep step, bool reattempt) => step switch
    {
        NextStep.Attempt attempt => Rank.Of(engagement, task, attempt.Window, reattempt),
        NextStep.Wait wait => Rank.Of(engagement, task, wait.Window, reattempt),
        _ => 0,
    };

    public static FinishedDelivery Finish(
        Guid deliveryId, DeliveryTask task, Guid? owner, AttemptOutcome outcome, NextStep next, SettingsSnapshot settings, Facts facts, Instant now) =>
        new(
            deliveryId,
            task.Id,
            owner,
            outcome with { ResultAttributes = WithKeywords(outcome.ResultAttributes, settings.ResultKeywords.GetValueOrDefault(task.EngagementId) ?? []) },
            next,
            Guid.CreateVersion7(now.ToDateTimeOffset()),
            RankOf(facts.Engagement, task, next, reattempt: true),
            RowOf(facts.Engagement),
            now,
            next is NextStep.End { Fallback: true } ? FallbackTask.Of(task, settings, now) : null,
            ReplyDueAt(task, outcome, facts.Engagement));

    /// <summary>Simulated people are done with when they have been simulated.</summary>
    private static Instant? ReplyDueAt(DeliveryTask task, AttemptOutcome outcome, Engagement engagement) =>
        task.Channel == Channel.Sms && outcome is { Result: DeliveryResult.Delivered, ReasonCode: not ReasonCode.Simulated } ? outcome.EndedAt + engagement.FirstResponseTimeout : null;

    /// <summary>Declared result keywords are always there, empty when the agent set none.</summary>
    private static IReadOnlyDictionary<string, string> WithKeywords(IReadOnlyDictionary<string, string> set, IReadOnlyList<string> keywords)
    {
        if (keywords.Count == 0)
            return set;
        var all = keywords.ToDictionary(keyword => keyword, _ => "");
        foreach (var (name, value) in set)
            all[name] = value;
        return all;
    }
}
