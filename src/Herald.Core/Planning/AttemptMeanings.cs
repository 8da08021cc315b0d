using Herald.Core.Deliveries;
using Herald.Core.Engagements;

namespace Herald.Core.Planning;

/// <summary>Results and dispositions read with the planner's settings (documented reattempt rules; decisions in <c>docs/rules.md</c>).</summary>
internal static class AttemptMeanings
{
    /// <summary>The disposition that opts out the number and beats every other.</summary>
    public const string DoNotContact = "Do not contact";

    public static AttemptMeaning Of(PastAttempt past, PlannerSettings planner)
    {
        if (past.Result is not { } result)
            return AttemptMeaning.Running;
        if (past.Dispositions is { Count: > 0 } codes)
        {
            if (Contains(codes, DoNotContact))
                return result is DeliveryResult.LiveAnswer or DeliveryResult.CallEnded ? AttemptMeaning.Reached : WithoutLoop(result);
            if (ContainsAny(codes, planner.ReattemptDispositions))
                return AttemptMeaning.Listed;
        }

        return result switch
        {
            DeliveryResult.NoAnswer when past.Declined && planner.ExcludeDeclined => AttemptMeaning.GoesOn,
            DeliveryResult.NoAnswer => ListedIf(planner, ReattemptOn.NoAnswer),
            DeliveryResult.Busy => ListedIf(planner, ReattemptOn.Busy),
            DeliveryResult.CallFailed => ListedIf(planner, ReattemptOn.Failed),
            DeliveryResult.AnsweringMachine or DeliveryResult.AnsweringMachineHangup => ListedIf(planner, ReattemptOn.AnsweringMachine),
            _ => WithoutLoop(result),
        };
    }

    /// <summary>No such number, or it can never take our call: never dialled again in this task.</summary>
    public static bool ProvesInvalid(DeliveryResult? result) =>
        result is DeliveryResult.InvalidAddress or DeliveryResult.NonRetriableError;

    public static bool ForbidsContact(PastAttempt past) => past.Dispositions is { Count: > 0 } codes && Contains(codes, DoNotContact);

    private static AttemptMeaning WithoutLoop(DeliveryResult result) => result switch
    {
        DeliveryResult.LiveAnswer or DeliveryResult.CallEnded or DeliveryResult.Delivered => AttemptMeaning.Reached,
        DeliveryResult.Unknown => AttemptMeaning.Unknown,
        DeliveryResult.Cancelled => AttemptMeaning.Cancelled,
        DeliveryResult.Terminated => AttemptMeaning.Freed,
        _ => AttemptMeaning.GoesOn,
    };

    private static AttemptMeaning ListedIf(PlannerSettings planner, ReattemptOn reason) =>
        (planner.ReattemptOn & reason) != 0 ? AttemptMeaning.Listed : AttemptMeaning.GoesOn;

    private static bool ContainsAny(IReadOnlyList<string> codes, IReadOnlyList<string> listed)
    {
        for (var i = 0; i < listed.Count; i++)
        {
            if (Contains(codes, listed[i]))
                return true;
        }

        return false;
    }

    private static bool Contains(IReadOnlyList<string> codes, string code)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (string.Equals(codes[i], code, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
