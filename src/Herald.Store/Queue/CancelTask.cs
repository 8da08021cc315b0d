using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

internal sealed class CancelTask(Guid task, string reason, Instant now) : Change<CancelAnswer>(Lane.Rest, 1, CancelAnswer.Unknown)
{
    private static readonly ChangeKind Cancel = ChangeKind.Of<CancelTask>("cancel", 2, Apply);
    private static readonly Command<Guid> Queued = new Command<Guid>("find_queued_of_task").OneId("task", id => id);
    private static readonly Command<Guid> Deliveries = new Command<Guid>("read_task_deliveries").OneId("task", id => id);

    public override ChangeKind Kind => Cancel;

    private static void Apply(WriteContext context, IReadOnlyList<CancelTask> changes)
    {
        foreach (var change in changes)
            change.Decided = change.Write(context.Session);
    }

    private CancelAnswer Write(ISqlSession session)
    {
        if (Cancellation.MarkTasks(session, [task], reason) == 0)
            return session.Query(Deliveries, [task], _ => 0).Count > 0 ? CancelAnswer.AlreadyEnded : CancelAnswer.Unknown;
        Cancellation.EndQueued(session, [.. session.Query(Queued, [task], row => (row.Id(0), task))], reason, now);
        return CancelAnswer.Cancelled;
    }
}
