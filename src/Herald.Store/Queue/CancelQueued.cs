using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

internal sealed class CancelQueued(Guid engagement, string reason, Instant now, int max) : Change<int>(Lane.Rest, max, 0)
{
    private static readonly ChangeKind Cancel = ChangeKind.Of<CancelQueued>("cancel queued", 3, Apply);

    private static readonly Command<(Guid Engagement, int Max)> Queued = new Command<(Guid Engagement, int Max)>("find_queued")
        .OneId("engagement", row => row.Engagement)
        .OneNumber("max", row => row.Max);

    public override ChangeKind Kind => Cancel;

    private static void Apply(WriteContext context, IReadOnlyList<CancelQueued> changes)
    {
        foreach (var change in changes)
            change.Decided = change.Write(context.Session);
    }

    private int Write(ISqlSession session)
    {
        var queued = session.Query(Queued, [(engagement, Rows)], row => (Delivery: row.Id(0), Task: row.Id(1)));
        Cancellation.MarkTasks(session, [.. queued.Select(row => row.Task)], reason);
        Cancellation.EndQueued(session, queued, reason, now);
        return queued.Count;
    }
}
