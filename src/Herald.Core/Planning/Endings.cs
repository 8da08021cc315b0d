using Herald.Core.Deliveries;
using Herald.Core.Engagements;

namespace Herald.Core.Planning;

/// <summary>Which status goes with which reason.</summary>
public static class Endings
{
    /// <summary>Status of a delivery that ends for this reason without having been started.</summary>
    public static DeliveryStatus StatusOf(string reason) => reason switch
    {
        ReasonCode.OptedOut or ReasonCode.Policy or ReasonCode.Request => DeliveryStatus.Cancelled,
        ReasonCode.NoNumber or ReasonCode.Configuration => DeliveryStatus.Error,
        _ => DeliveryStatus.Expired,
    };

    /// <summary>The end that an attempt of the past already decides; null = there may be more to do.</summary>
    internal static NextStep.End? Settled(IReadOnlyList<PastAttempt> history, PlannerSettings planner)
    {
        for (var i = history.Count - 1; i >= 0; i--)
        {
            switch (AttemptMeanings.Of(history[i], planner))
            {
                case AttemptMeaning.Reached:
                    return new NextStep.End(DeliveryStatus.Complete, "", CustomerReached: true);
                case AttemptMeaning.Unknown:
                    return new NextStep.End(DeliveryStatus.Complete, "");
                case AttemptMeaning.Cancelled:
                    return new NextStep.End(DeliveryStatus.Cancelled, ReasonCode.Request);
            }
        }

        return null;
    }

    /// <summary>The chain has nothing left.</summary>
    /// <param name="refused">Why the last untried number was refused; null = every number was tried.</param>
    internal static NextStep.End Exhausted(DeliveryTask task, IReadOnlyList<PastAttempt> history, PlannerSettings planner, string? refused)
    {
        if (refused is null && history.Count == 0)
            return new NextStep.End(DeliveryStatus.Error, ReasonCode.NoNumber);
        // The list of ends knows no "delay": what a pause pushed past the last window ran out of windows.
        var reason = refused == ReasonCode.Delay ? ReasonCode.Window : refused ?? "";
        // An opted-out number is not eligible, so a loop is complete without it.
        var complete = reason.Length == 0 || (reason == ReasonCode.OptedOut && history.Count > 0);
        return complete
            ? new NextStep.End(DeliveryStatus.Complete, reason, Fallback: HasFallback(task, history, planner))
            : new NextStep.End(StatusOf(reason), reason);
    }

    private static bool HasFallback(DeliveryTask task, IReadOnlyList<PastAttempt> history, PlannerSettings planner) =>
        planner.FallbackEngagementId is not null
        && task.Channel == Channel.Voice
        && task.Intake is not (IntakeKind.FirstGeneration or IntakeKind.Fallback)
        && !history.Any(AttemptMeanings.ForbidsContact);
}
