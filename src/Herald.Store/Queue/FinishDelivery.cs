using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Store.Intake;
using Herald.Store.Log;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>The end of an attempt and what follows for its task, in one transaction.</summary>
internal sealed class FinishDelivery(FinishedDelivery finished) : Change<bool>(Lane.Outcomes, 1, false)
{
    private static readonly ChangeKind Finish = ChangeKind.Of<FinishDelivery>("finish", 4, Apply);

    private static readonly Command<FinishedDelivery> Finishes = new Command<FinishedDelivery>("finish_deliveries")
        .Id("id", row => row.DeliveryId)
        .Id("owner", row => row.Owner)
        .Number("status", row => (long)StatusOf(row.Outcome.Result))
        .Number("result", row => (long)row.Outcome.Result)
        .Text("reason_code", row => row.Outcome.ReasonCode)
        .Text("reason", row => row.Outcome.Reason)
        .Text("diagnostics", row => row.Outcome.Diagnostics)
        .Flag("declined", row => row.Outcome.Declined)
        .Flag("abandoned", row => row.Outcome.Abandoned)
        .Text("call_id", row => row.Outcome.CallId)
        .At("sent", row => row.Outcome.SentAt)
        .At("connected", row => row.Outcome.ConnectedAt)
        .At("speech_at", row => row.Outcome.SpeechAt)
        .Flag("speech", row => row.Outcome.SpeechDetected)
        .At("ended", row => row.Outcome.EndedAt)
        .At("reply_due", row => row.ReplyDueAt)
        .At("now", row => row.Now);

    private static readonly Command<FinishedDelivery> CloseConversations = new Command<FinishedDelivery>("close_conversations")
        .Id("delivery", row => row.DeliveryId)
        .At("at", row => row.Outcome.EndedAt);

    private static readonly Command<Guid> LockTasks = new Command<Guid>("lock_tasks").Id("task", id => id);

    public override ChangeKind Kind => Finish;

    private FinishedDelivery Finished => finished;

    private static void Apply(WriteContext context, IReadOnlyList<FinishDelivery> changes)
    {
        var session = context.Session;
        // The same end twice in one batch: the second finds the row ended.
        var firsts = changes.DistinctBy(change => change.Finished.DeliveryId).ToList();
        var ended = session.Query(Finishes, [.. firsts.Select(change => change.Finished)], LogFacts.Read).ToDictionary(facts => facts.DeliveryId);
        foreach (var change in changes)
            change.Decided = false;
        firsts.RemoveAll(change => !ended.ContainsKey(change.Finished.DeliveryId));
        foreach (var change in firsts)
            change.Decided = true;
        var rows = firsts.Select(change => change.Finished).ToList();
        context.Log.Write(session, rows.Select(row => Line(row, ended[row.DeliveryId])));
        AttributeRow.Write(session, [.. rows.SelectMany(row => AttributeRow.Of(row.DeliveryId, row.Outcome.ResultAttributes, AttributeRow.Result, row.Now))]);
        session.Later(CloseConversations, [.. rows.Where(row => row.Outcome.ConnectedAt is not null)]);
        WriteNext(context, rows);
        ReceiptsDone.Write(session, rows);
    }

    private static void WriteNext(WriteContext context, List<FinishedDelivery> rows)
    {
        var session = context.Session;
        var next = rows.Where(row => row.Next is not NextStep.End).ToList();
        var cancelled = next.Count == 0 ? [] : session.Query(LockTasks, [.. next.Select(row => row.TaskId)], row => row.Id(0)).ToHashSet();
        NextDelivery.Write(session, [.. next.Where(row => !cancelled.Contains(row.TaskId))]);
        TaskEnd.Write(session, [.. rows.Where(row => row.Next is NextStep.End || cancelled.Contains(row.TaskId)).Select(EndOf)]);
        AppendTasks.Write(context, [.. rows.Select(row => row.Fallback).OfType<NewTask>()]);
    }

    private static TaskEnd EndOf(FinishedDelivery row) => row.Next is NextStep.End end
        ? TaskEnd.Of(row.TaskId, end, row.Now, row.Fallback is not null)
        : TaskEnd.Cancelled(row.TaskId, row.Now);

    private static LogLine Line(FinishedDelivery row, LogFacts facts) => new(LogLineKind.End, row.Now, facts)
    {
        Result = row.Outcome.Result,
        // The auditor knows an abandoned call by this word.
        Reason = row.Outcome.Abandoned ? ReasonCode.Abandoned : row.Outcome.ReasonCode,
    };

    // Complete = an attempt was made. The words of an unmade attempt are the preview's alone: nobody accepted, or it was called off.
    private static DeliveryStatus StatusOf(DeliveryResult result) => result switch
    {
        DeliveryResult.Terminated or DeliveryResult.Expired => DeliveryStatus.Expired,
        DeliveryResult.Cancelled => DeliveryStatus.Cancelled,
        DeliveryResult.Error => DeliveryStatus.Error,
        _ => DeliveryStatus.Complete,
    };
}
