using static Herald.Core.Deliveries.DeliveryLifecycleEvent;
using static Herald.Core.Deliveries.DeliveryResult;
using static Herald.Core.Deliveries.DeliveryState;

namespace Herald.Core.Deliveries;

/// <summary>
/// The life of a delivery row as one table (<c>docs/lifecycle.md</c> is printed from it). A move that is not here does
/// not exist: a started attempt is never cancelled, started again or taken back on a guess, and an end changes only by
/// a late receipt.
/// </summary>
public static class DeliveryLifecycle
{
    /// <summary>States a row may be written in at intake, with the reason.</summary>
    public static readonly IReadOnlyList<(DeliveryState State, string When)> Entries =
    [
        (Waiting, "not before a later moment"),
        (Ready, "may start now"),
        (Ended, "can never start"),
    ];

    private static readonly DeliveryResult[] None = [];
    private static readonly DeliveryResult[] OfCall =
        [LiveAnswer, AnsweringMachine, AnsweringMachineHangup, Undetermined, NotAHandset, BotFailed, CallEnded, Busy, NoAnswer, InvalidAddress, CallFailed, NonRetriableError];

    private static readonly DeliveryResult[] OfMessage = [Delivered, NotDelivered];

    public static readonly IReadOnlyList<DeliveryLifecycleMove> Moves =
    [
        Pending(Waiting, Due, Ready, "staged; its next look is the close of its window"),
        Pending(Waiting, Deferred, Waiting, "a later moment, perhaps for another reason"),
        Pending(Waiting, Recalled, Waiting, "the next look is now"),
        Pending(Ready, Deferred, Waiting, "a rule says not before, or its window closed and another follows"),
        Running(Ready, DeliveryLifecycleEvent.Started, DeliveryState.Started, "limit reserved, owner set, log line written in the same transaction"),
        Pending(DeliveryState.Started, NotSent, Waiting, "reservation given back in the same write"),
        Running(DeliveryState.Started, Acknowledged, Sent, "no owner and no slot any more; the message id is kept"),
        Running(DeliveryState.Started, AwaitsDisposition, Sent, "no owner and no slot any more"),
        Complete(DeliveryState.Started, Outcome, [.. OfCall, .. OfMessage, Unknown], "a message is Delivered here only on a profile without receipts"),
        Complete(DeliveryState.Started, OwnerLost, [Unknown], "a person may have been reached: never started again"),
        Complete(Sent, Receipt, [.. OfMessage, Unknown], "the provider's word; Unknown when it does not know"),
        Complete(Sent, ReceiptTimeout, [Unknown], "after the profile's receipt time, 24 h by default"),
        Complete(Sent, Disposition, [LiveAnswer, CallEnded], "the planner then decides whether the person counts as reached"),
        Complete(Ended, LateReceipt, OfMessage, "from Unknown only, also by an answer that came late; the task stays ended, customerReached may become true"),
        .. Unattempted(DeliveryLifecycleEvent.Expired, DeliveryStatus.Expired, DeliveryResult.Expired, "window, quiet_hours, limit, queue_hours"),
        .. Unattempted(DeliveryLifecycleEvent.Cancelled, DeliveryStatus.Cancelled, DeliveryResult.Cancelled, "request, policy, opted_out"),
        .. Unattempted(Failed, DeliveryStatus.Error, DeliveryResult.Error, "no_number, configuration"),
        .. Unattempted(DeliveryLifecycleEvent.Terminated, DeliveryStatus.Expired, DeliveryResult.Terminated, "preview only; the number stays free"),
    ];

    private static readonly Dictionary<(DeliveryState From, DeliveryLifecycleEvent On), DeliveryLifecycleMove> Table =
        Moves.ToDictionary(move => (move.From, move.On));

    /// <summary>The move; null when there is none: the caller comes too late, and nothing changes.</summary>
    public static DeliveryLifecycleMove? Find(DeliveryState from, DeliveryLifecycleEvent on) => Table.GetValueOrDefault((from, on));

    /// <summary>Whether a row with that result may make the move: only Unknown is ever corrected.</summary>
    public static bool Allows(DeliveryState from, DeliveryLifecycleEvent on, DeliveryResult? before, DeliveryResult? after) =>
        Find(from, on) is { } move
        && (from != Ended || before == Unknown)
        && (after is { } result ? move.Results.Contains(result) : move.Results.Count == 0);

    private static DeliveryLifecycleMove Pending(DeliveryState from, DeliveryLifecycleEvent on, DeliveryState to, string note) =>
        new(from, on, to, DeliveryStatus.Pending, None, note);

    private static DeliveryLifecycleMove Running(DeliveryState from, DeliveryLifecycleEvent on, DeliveryState to, string note) =>
        new(from, on, to, DeliveryStatus.InProcess, None, note);

    private static DeliveryLifecycleMove Complete(DeliveryState from, DeliveryLifecycleEvent on, DeliveryResult[] results, string note) =>
        new(from, on, Ended, DeliveryStatus.Complete, results, note);

    private static IEnumerable<DeliveryLifecycleMove> Unattempted(
        DeliveryLifecycleEvent on, DeliveryStatus status, DeliveryResult result, string note) =>
        [new(Waiting, on, Ended, status, [result], note), new(Ready, on, Ended, status, [result], note)];
}
