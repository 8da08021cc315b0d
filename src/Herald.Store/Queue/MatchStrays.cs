using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Receipts that two processes missed between them: kept here as early in the moment in which the message was acknowledged there.</summary>
internal sealed class MatchStrays(Instant since, int max) : Change<IReadOnlyList<(KeptReceipt Receipt, Guid Delivery)>>(Lane.Outcomes, 1, [])
{
    private static readonly ChangeKind Match = ChangeKind.Of<MatchStrays>("stray receipts", 6, Apply);

    private static readonly Command<(Instant Since, int Max)> Find = new Command<(Instant Since, int Max)>("find_stray_receipts")
        .OneAt("since", row => row.Since)
        .OneNumber("max", row => row.Max);

    private static readonly Command<(Guid Profile, string Message)> Take = new Command<(Guid Profile, string Message)>("take_kept_receipts")
        .Id("profile", row => row.Profile)
        .Text("message", row => row.Message);

    public override ChangeKind Kind => Match;

    private static void Apply(WriteContext context, IReadOnlyList<MatchStrays> changes)
    {
        foreach (var change in changes)
            change.Decided = change.Write(context);
    }

    private IReadOnlyList<(KeptReceipt Receipt, Guid Delivery)> Write(WriteContext context)
    {
        var found = context.Session.Query(Find, [(since, max)], row => (row.Id(0), row.Text(1)));
        if (found.Count == 0)
            return [];
        List<KeepReceipt> strays = [.. context.Session.Query(Take, found, row => ReceiptStore.Receipt(row, 0)).Select(receipt => new KeepReceipt(receipt))];
        KeepReceipt.Apply(context, strays);
        return [.. strays.Where(stray => stray.Decided.Delivery is not null).Select(stray => (stray.Of, stray.Decided.Delivery!.Value))];
    }
}
