using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>A task that is over.</summary>
internal sealed record TaskEnd(Guid TaskId, DeliveryStatus Status, bool Reached, bool Fallback, Instant Now)
{
    private static readonly Command<TaskEnd> Ends = new Command<TaskEnd>("end_tasks")
        .Id("task", row => row.TaskId)
        .Number("status", row => (long)row.Status)
        .At("now", row => row.Now)
        .Flag("reached", row => row.Reached)
        .Flag("fallback", row => row.Fallback);

    public static TaskEnd Of(Guid task, NextStep.End end, Instant now, bool fallback = false) => new(task, end.Status, end.CustomerReached, fallback, now);

    public static TaskEnd Cancelled(Guid task, Instant now) => new(task, DeliveryStatus.Cancelled, false, false, now);

    public static void Write(ISqlSession session, IReadOnlyList<TaskEnd> ends) => session.Later(Ends, ends);
}
