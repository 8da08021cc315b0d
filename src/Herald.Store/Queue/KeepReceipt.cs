using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Store.Log;
using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>A receipt, durable before the carrier hears of it. Decides which delivery it completes, if any.</summary>
internal sealed class KeepReceipt(KeptReceipt receipt) : Change<ReceiptAnswer>(Lane.Outcomes, 1, ReceiptAnswer.None)
{
    private static readonly ChangeKind Keep = ChangeKind.Of<KeepReceipt>("receipt", 3, Apply);

    private static readonly Command<KeptReceipt> Match = Receipt("match_receipts");
    private static readonly Command<KeptReceipt> KeepUnmatched = Receipt("keep_receipts");

    private static readonly Command<(Guid Delivery, int Count)> Count = new Command<(Guid Delivery, int Count)>("count_receipts")
        .Id("delivery", row => row.Delivery)
        .Number("count", row => row.Count);

    private static readonly Command<Guid> Settle = new Command<Guid>("settle_receipts").Id("delivery", id => id);

    public override ChangeKind Kind => Keep;

    internal KeptReceipt Of => receipt;

    internal static void Apply(WriteContext context, IReadOnlyList<KeepReceipt> changes)
    {
        var session = context.Session;
        foreach (var change in changes)
            change.Decided = ReceiptAnswer.None;
        var firsts = changes.DistinctBy(change => (change.Of.ProfileId, change.Of.MessageId)).ToList();
        var receipts = firsts.Select(change => change.Of).ToList();
        var known = session.Query(Match, receipts, row => (Message: (row.Id(0), row.Text(1)), Delivery: row.Id(2))).ToDictionary(row => row.Message, row => row.Delivery);
        session.Later(KeepUnmatched, receipts);
        var matched = firsts.Where(change => known.ContainsKey((change.Of.ProfileId, change.Of.MessageId)))
            .Select(change => new MatchedReceipt(change, known[(change.Of.ProfileId, change.Of.MessageId)])).ToList();
        Finish(context, matched);
    }

    private static void Finish(WriteContext context, List<MatchedReceipt> matched)
    {
        var session = context.Session;
        var counted = session.Query(
            Count,
            [.. matched.GroupBy(row => row.DeliveryId).Select(group => (group.Key, group.Count()))],
            row => (Facts: LogFacts.Read(row), Left: row.Int(9), Sent: row.Int(10) == (int)DeliveryState.Sent)).ToDictionary(row => row.Facts.DeliveryId);
        // One failed segment is enough; else the last receipt decides.
        var deciding = matched.Where(row => counted.TryGetValue(row.DeliveryId, out var now) && (now.Left <= 0 || row.IsFailure)).ToList();
        foreach (var row in deciding.Where(row => counted[row.DeliveryId].Sent))
            row.Change.Decided = new ReceiptAnswer(row.DeliveryId, false);
        var late = deciding.Where(row => !counted[row.DeliveryId].Sent).OrderByDescending(row => row.IsFailure).DistinctBy(row => row.DeliveryId).ToList();
        var corrected = session.Query(UnknownCorrection.Correct, [.. late.Select(row => row.Correction)], LogFacts.Read).ToDictionary(facts => facts.DeliveryId);
        foreach (var row in late)
            row.Change.Decided = ReceiptAnswer.Late;
        session.Later(Settle, [.. matched.Select(row => row.DeliveryId).Distinct().Where(id => !counted.TryGetValue(id, out var now) || !now.Sent)]);
        context.Log.Write(session, matched.Where(row => counted.TryGetValue(row.DeliveryId, out var now) && now.Sent).Select(row => row.Line(counted[row.DeliveryId].Facts)));
        context.Log.Write(session, late.Where(row => corrected.ContainsKey(row.DeliveryId)).Select(row => row.Line(corrected[row.DeliveryId])));
    }

    private static Command<KeptReceipt> Receipt(string name) => new Command<KeptReceipt>(name)
        .Id("profile", row => row.ProfileId)
        .Text("message", row => row.MessageId)
        .Number("result", row => (long)row.Result)
        .At("at", row => row.At)
        .Text("diagnostics", row => row.Diagnostics);

    private sealed record MatchedReceipt(KeepReceipt Change, Guid DeliveryId)
    {
        public bool IsFailure => Change.Of.Result == DeliveryResult.NotDelivered;

        public UnknownCorrection Correction =>
            new(DeliveryId, Change.Of.Result, Change.Of.At, Change.Of.Diagnostics, Change.Of.ReasonCode, Change.Of.ReasonCode is { } code ? ReasonSentences.WhenEnded(code) : null);

        public LogLine Line(LogFacts facts) => new(LogLineKind.Receipt, Change.Of.At, facts) { Result = Change.Of.Result };
    }
}
