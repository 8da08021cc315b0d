using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Ends what is queued of cancelled tasks. The mark on the task is what a running attempt finds when it ends.</summary>
internal static class Cancellation
{
    private static readonly Command<(Guid Task, string Reason)> Mark = new Command<(Guid Task, string Reason)>("mark_cancelled")
        .Id("task", row => row.Task)
        .OneText("reason", row => row.Reason);

    /// <summary>How many tasks were open and not cancelled before.</summary>
    public static int MarkTasks(ISqlSession session, IReadOnlyList<Guid> tasks, string reason) =>
        session.Run(Mark, [.. tasks.Select(task => (task, reason))]);

    public static void EndQueued(ISqlSession session, IReadOnlyList<(Guid Delivery, Guid Task)> queued, string reason, Instant now) =>
        LookWriting.Write(session, [.. queued.Select(row => new Look(row.Delivery, row.Task, new NextStep.End(DeliveryStatus.Cancelled, reason), 0))], now);
}
