using Herald.Store.Log;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>The start: the claim, the reservation and the evidence in one transaction.</summary>
internal sealed class StartDeliveries(StartBatch batch) : Change<StartAnswer>(Lane.Starts, batch.Starts.Count + batch.Looks.Count, Nothing)
{
    private static readonly StartAnswer Nothing = new(new HashSet<Guid>(), false);
    private static readonly ChangeKind Start = ChangeKind.Of<StartDeliveries>("start", 0, Apply);

    private static readonly Command<Guid> IsSuspended = new Command<Guid>("is_suspended_for_start").OneId("engagement", id => id);

    private static readonly Command<ReadyToStart> Starts = new Command<ReadyToStart>("start_deliveries")
        .Id("id", row => row.Row.DeliveryId)
        .Number("seq_no", row => row.Row.Sequence)
        .Number("log_id", row => row.LogId)
        .Number("loop", row => row.Row.Candidate.Loop)
        .Number("contact", row => row.Row.Candidate.Contact)
        .Number("phone", row => (long)row.Row.Candidate.Phone)
        .Text("from_address", row => row.Row.FromAddress)
        .Id("contact_id", row => Guid.TryParse(row.Row.ContactKey, out var id) ? id : null)
        .At("window_start", row => row.Row.Window.Start)
        .At("window_end", row => row.Row.Window.End)
        .OneId("owner", row => row.Batch.Owner)
        .OneAt("now", row => row.Batch.Now);

    private static readonly Command<StartRow> Readdress = new Command<StartRow>("readdress_starts")
        .Id("id", row => row.DeliveryId)
        .Text("number", row => row.Candidate.Number);

    public override ChangeKind Kind => Start;

    private StartBatch Batch => batch;

    private static void Apply(WriteContext context, IReadOnlyList<StartDeliveries> changes)
    {
        // All keys of the transaction at once, in one order, or two processes could wait for each other.
        LimitCheck.Lock(context.Session, context.Engine, changes.SelectMany(change => change.Batch.Starts));
        foreach (var change in changes.OrderBy(change => change.Batch.EngagementId))
            change.Decided = change.Write(context);
    }

    private StartAnswer Write(WriteContext context)
    {
        var session = context.Session;
        LookWriting.Write(session, batch.Looks, batch.Now);
        if (session.Query(IsSuspended, [batch.EngagementId], row => row.Flag(0)).Contains(true))
            return Nothing with { Suspended = true };
        var permitted = ConsentCheck.Permitted(session, LimitCheck.Permitted(session, batch.Starts));
        if (permitted.Count == 0)
            return Nothing;
        session.Later(Readdress, permitted);
        var first = context.Log.Reserve(permitted.Count);
        var rows = permitted.Select((row, index) => new ReadyToStart(batch, row, first + index)).ToList();
        var started = session.Query(Starts, rows, LogFacts.Read).ToDictionary(facts => facts.DeliveryId);
        rows.RemoveAll(row => !started.ContainsKey(row.Row.DeliveryId));
        context.Log.Write(session, rows.Select(row => row.Line(started[row.Row.DeliveryId])));
        SubjectRow.Write(session, [.. rows.SelectMany(row => row.Subjects.Select(subject => new SubjectRow(subject, batch.Now, row.LogId)))]);
        AttributeRow.Write(session, [.. rows.SelectMany(row => AttributeRow.Of(row.Row.DeliveryId, row.Row.Inputs, AttributeRow.Input, batch.Now))]);
        return new StartAnswer(started.Keys.ToHashSet(), false);
    }
}
