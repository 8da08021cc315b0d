using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Log;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>Proven that nothing left: the row waits again, and its start counts for no limit.</summary>
internal sealed class UnsendDelivery(UnsentDelivery unsent) : Change<bool>(Lane.Outcomes, 1, false)
{
    private static readonly ChangeKind Unsend = ChangeKind.Of<UnsendDelivery>("not_sent", 1, Apply);

    private static readonly Command<UnsentDelivery> Unsends = new Command<UnsentDelivery>("unsend_deliveries")
        .Id("id", row => row.DeliveryId)
        .Id("owner", row => row.Owner)
        .Text("reason_code", row => row.ReasonCode)
        .At("retry", row => row.RetryAt)
        .At("now", row => row.Now);

    private static readonly Command<long> GiveBack = new Command<long>("give_back_starts").Number("id", id => id);
    private static readonly Command<Guid> LockTasks = new Command<Guid>("lock_tasks").Id("task", id => id);

    public override ChangeKind Kind => Unsend;

    private UnsentDelivery Unsent => unsent;

    private static void Apply(WriteContext context, IReadOnlyList<UnsendDelivery> changes)
    {
        var session = context.Session;
        var firsts = changes.DistinctBy(change => change.Unsent.DeliveryId).ToDictionary(change => change.Unsent.DeliveryId);
        var moved = session.Query(Unsends, [.. firsts.Values.Select(change => change.Unsent)], row => (Facts: LogFacts.Read(row), Start: row.Number(9)));
        foreach (var change in changes)
            change.Decided = false;
        foreach (var (facts, _) in moved)
            firsts[facts.DeliveryId].Decided = true;
        context.Log.Write(session, moved.Select(row => new LogLine(LogLineKind.NotSent, firsts[row.Facts.DeliveryId].Unsent.Now, row.Facts)
        {
            Reason = firsts[row.Facts.DeliveryId].Unsent.ReasonCode,
        }));
        List<long> starts = [.. moved.Select(row => row.Start)];
        session.Later(GiveBack, starts);
        SubjectRow.Remove(session, starts);
        EndCancelled(session, moved.Select(row => (row.Facts, firsts[row.Facts.DeliveryId].Unsent)).ToList());
    }

    // Cancelled while the attempt was on its way: there is nothing to wait for.
    private static void EndCancelled(ISqlSession session, List<(LogFacts Facts, UnsentDelivery Unsent)> rows)
    {
        if (rows.Count == 0)
            return;
        var cancelled = session.Query(LockTasks, [.. rows.Select(row => row.Facts.TaskId)], row => row.Id(0)).ToHashSet();
        var end = new NextStep.End(DeliveryStatus.Cancelled, ReasonCode.Request);
        foreach (var (facts, unsent) in rows.Where(row => cancelled.Contains(row.Facts.TaskId)))
            LookWriting.Write(session, [new Look(facts.DeliveryId, facts.TaskId, end, 0)], unsent.Now);
    }
}
