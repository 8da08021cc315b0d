using Herald.Store.Queue;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Consents;

/// <summary>
/// Opt-outs or opt-ins. All active rows of a number and channel take the value, whatever their purpose: only Opted Out blocks, and any of them would.
/// What says so already stays as it is: a list may be sent again at little cost. A trigger of the table makes what is queued for the numbers due (0009_rules.sql).
/// </summary>
/// <param name="upload">The file they come from; null = said one by one.</param>
internal sealed class WriteConsents(IReadOnlyList<ConsentEntry> entries, ConsentSource source, Instant now, ConsentUpload? upload = null)
    : Change<int>(Lane.Rest, entries.Count, 0)
{
    private static readonly ChangeKind Set = ChangeKind.Of<WriteConsents>("consent", 0, Apply);

    private static readonly Command<int> HoldAll = new("hold_consents");
    private static readonly Command<string> Find = new Command<string>("find_consents").Text("number", number => number);
    private static readonly Command<Row> Update = Columns("update_consents");
    private static readonly Command<Row> Insert = Columns("insert_consents")
        .Text("number", row => row.Entry.Number)
        .Number("type", row => ConsentRow.TypeOf(row.Entry.Channel));

    private static readonly Command<(Guid Id, Instant Now)> Version = new Command<(Guid Id, Instant Now)>("version_consents")
        .Id("id", row => row.Id)
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Set;

    private static void Apply(WriteContext context, IReadOnlyList<WriteConsents> changes)
    {
        Hold(context.Session);
        foreach (var change in changes)
            change.Decided = change.Write(context.Session);
    }

    /// <summary>Before anything is written: consents are changed by one transaction at a time.</summary>
    public static void Hold(ISqlSession session) => session.Query(HoldAll, [0], _ => 0);

    /// <summary>Rows changed.</summary>
    public int Write(ISqlSession session)
    {
        var found = session.Query(Find, [.. entries.Select(entry => entry.Number).Distinct()], row => (Number: row.Text(0), Id: row.Id(1), Type: row.Number(2), Value: row.IsNull(3) ? -1 : row.Number(3)))
            .ToLookup(row => (row.Number, row.Type));
        var updates = new List<Row>();
        var inserts = new List<Row>();
        // The last entry of a number counts.
        foreach (var entry in entries.GroupBy(entry => (entry.Channel, entry.Number)).Select(group => group.Last()))
        {
            var known = found[(entry.Number, ConsentRow.TypeOf(entry.Channel))].ToList();
            if (known.Count == 0)
                inserts.Add(new Row(Guid.CreateVersion7(now.ToDateTimeOffset()), entry, source, now));
            updates.AddRange(known.Where(row => row.Value != ConsentRow.ValueOf(entry)).Select(row => new Row(row.Id, entry, source, now)));
        }

        session.Run(Update, updates);
        session.Run(Insert, inserts);
        session.Run(Version, [.. updates.Concat(inserts).Select(row => (row.Id, now))]);
        var changed = updates.Count + inserts.Count;
        if (upload is not null)
            UploadRow.Write(session, upload with { Written = upload.Written + changed });
        return changed;
    }

    private static Command<Row> Columns(string name) => new Command<Row>(name)
        .Id("id", row => row.Id)
        .Number("value", row => ConsentRow.ValueOf(row.Entry))
        .OneNumber("source", row => ConsentRow.FirstSource + (long)row.Source)
        .OneAt("now", row => row.Now);

    private sealed record Row(Guid Id, ConsentEntry Entry, ConsentSource Source, Instant Now);
}
