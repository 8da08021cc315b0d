using Herald.Core.Deliveries;
using Herald.Store.Log;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>Only a delivery that ended Unknown listens: its receipts are awaited from then on, or its end is corrected. It is never opened again.</summary>
internal sealed class TakeLateSubmit(LateSubmit answer) : Change<LateSubmitFate>(Lane.Outcomes, 1, LateSubmitFate.Ignored)
{
    // After the ends of the same batch.
    private static readonly ChangeKind Take = ChangeKind.Of<TakeLateSubmit>("late answer", 5, Apply);

    private static readonly Command<LateSubmit> Accept = new Command<LateSubmit>("accept_late")
        .OneId("delivery", row => row.DeliveryId)
        .OneNumber("segments", row => row.Segments)
        .OneText("call_id", row => row.MessageIds.Count > 0 ? row.MessageIds[0] : null)
        .OneAt("at", row => row.At);

    private static readonly Command<Guid> State = new Command<Guid>("read_state").OneId("delivery", id => id);

    private static readonly Command<(LateSubmit Of, string Id)> Map = Message("map_late_ids")
        .Id("delivery", row => row.Of.DeliveryId)
        .At("at", row => row.Of.At);

    private static readonly Command<(LateSubmit Of, string Id)> TakeKept = Message("take_kept_receipts");

    public override ChangeKind Kind => Take;

    private LateSubmit Late => answer;

    private static void Apply(WriteContext context, IReadOnlyList<TakeLateSubmit> changes)
    {
        foreach (var change in changes)
            change.Decided = change.Late.Refused is null ? Accepted(context, change.Late) : Refused(context, change.Late);
    }

    private static LateSubmitFate Accepted(WriteContext context, LateSubmit answer)
    {
        var session = context.Session;
        if (session.Query(Accept, [answer], LogFacts.Read) is not [var facts])
            return Otherwise(session, answer);
        List<(LateSubmit Of, string Id)> ids = [.. answer.MessageIds.Distinct().Select(id => (answer, id))];
        var mapped = session.Query(Map, ids, row => row.Text(0)).ToHashSet();
        if (mapped.Count > 0)
            context.Log.Write(session, [new LogLine(LogLineKind.Sent, answer.At, facts)]);
        List<KeptReceipt> receipts = [.. session.Query(TakeKept, ids, row => ReceiptStore.Receipt(row, 0))];
        if (!answer.Receipts)
            receipts = [.. mapped.Select(id => new KeptReceipt(answer.ProfileId, id, DeliveryResult.Delivered, answer.At, null, ReasonCode.Accepted))];
        if (receipts.Count > 0)
            KeepReceipt.Apply(context, [.. receipts.Select(receipt => new KeepReceipt(receipt))]);
        return LateSubmitFate.Taken;
    }

    private static LateSubmitFate Refused(WriteContext context, LateSubmit answer)
    {
        var end = answer.Refused!;
        var corrected = context.Session.Query(UnknownCorrection.Correct, [new UnknownCorrection(answer.DeliveryId, end.Result, answer.At, end.Diagnostics, end.ReasonCode, end.Reason)], LogFacts.Read);
        context.Log.Write(context.Session, corrected.Select(facts => new LogLine(LogLineKind.Receipt, answer.At, facts) { Result = end.Result, Reason = end.ReasonCode }));
        return corrected.Count > 0 ? LateSubmitFate.Taken : Otherwise(context.Session, answer);
    }

    private static LateSubmitFate Otherwise(ISqlSession session, LateSubmit answer) =>
        session.Query(State, [answer.DeliveryId], row => (DeliveryState)row.Int(0)) is [DeliveryState.Started] ? LateSubmitFate.NotYet : LateSubmitFate.Ignored;

    private static Command<(LateSubmit Of, string Id)> Message(string name) => new Command<(LateSubmit Of, string Id)>(name)
        .Id("profile", row => row.Of.ProfileId)
        .Text("message", row => row.Id);
}
