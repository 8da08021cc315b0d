using Herald.Store.Log;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>An acknowledged message: its ids are mapped in the same transaction, and receipts that came first are matched.</summary>
internal sealed class SendDelivery(SentDelivery sent) : Change<bool>(Lane.Outcomes, sent.MessageIds.Count, false)
{
    private static readonly ChangeKind Send = ChangeKind.Of<SendDelivery>("sent", 0, Apply);

    private static readonly Command<SentDelivery> Sends = new Command<SentDelivery>("send_deliveries")
        .Id("id", row => row.DeliveryId)
        .Id("owner", row => row.Owner)
        .At("sent", row => row.SentAt)
        .At("due", row => row.ReceiptDueAt)
        .Number("segments", row => row.MessageIds.Count)
        .Text("call_id", row => row.MessageIds.Count > 0 ? row.MessageIds[0] : null);

    private static readonly Command<MessageRow> Map = Message("map_message_ids")
        .At("at", row => row.Of.SentAt);

    private static readonly Command<MessageRow> Match = Message("match_kept_receipts");

    public override ChangeKind Kind => Send;

    private SentDelivery Sent => sent;

    private static void Apply(WriteContext context, IReadOnlyList<SendDelivery> changes)
    {
        var session = context.Session;
        var firsts = changes.DistinctBy(change => change.Sent.DeliveryId).ToList();
        var moved = session.Query(Sends, [.. firsts.Select(change => change.Sent)], LogFacts.Read).ToDictionary(facts => facts.DeliveryId);
        foreach (var change in changes)
            change.Decided = false;
        firsts.RemoveAll(change => !moved.ContainsKey(change.Sent.DeliveryId));
        foreach (var change in firsts)
            change.Decided = true;
        context.Log.Write(session, firsts.Select(change => new LogLine(LogLineKind.Sent, change.Sent.SentAt, moved[change.Sent.DeliveryId])));
        List<MessageRow> ids = [.. firsts.SelectMany(change => change.Sent.MessageIds.Distinct().Select(id => new MessageRow(change.Sent, id)))];
        session.Later(Map, ids);
        session.Later(Match, ids);
    }

    private static Command<MessageRow> Message(string name) => new Command<MessageRow>(name)
        .Id("profile", row => row.Of.ProfileId)
        .Text("message", row => row.MessageId)
        .Id("delivery", row => row.Of.DeliveryId);

    private sealed record MessageRow(SentDelivery Of, string MessageId);
}
