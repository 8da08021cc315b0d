using Herald.Core.Deliveries;
using Herald.Store.Queue;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Consents;

/// <summary>
/// Opt-outs or opt-ins. All active rows of a number and channel take the value, whatever their purpose: only Opted Out blocks, and any of them would.
/// A trigger of the table makes what is queued for the numbers due (0009_rules.sql).
/// </summary>
/// <param name="upload">The file they come from; null = said one by one.</param>
internal sealed class WriteConsents(IReadOnlyList<ConsentEntry> entries, ConsentSource source, Instant now, ConsentUpload? upload = null)
    : Change<int>(Lane.Rest, entries.Count, 0)
{
    private static readonly ChangeKind Set = ChangeKind.Of<WriteConsents>("consent", 0, Apply);

    private static readonly Command<Row> Update = Columns("update_consents");
    private static readonly Command<Row> Insert = Columns("insert_consents").Id("id", row => Guid.CreateVersion7(row.Now.ToDateTimeOffset()));

    private static readonly Command<(Guid Id, Instant Now)> Version = new Command<(Guid Id, Instant Now)>("version_consents")
        .Id("id", row => row.Id)
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Set;

    private static void Apply(WriteContext context, IReadOnlyList<WriteConsents> changes)
    {
        foreach (var change in changes)
            change.Decided = change.Write(context.Session);
    }

    private int Write(ISqlSession session)
    {
        // The last entry of a number counts: a set-wise statement would take any.
        var rows = entries.GroupBy(entry => (entry.Channel, entry.Number)).Select(group => new Row(group.Last(), source, now)).ToList();
        var changed = session.Query(Update, rows, row => row.Id(0));
        changed.AddRange(session.Query(Insert, rows, row => row.Id(0)));
        session.Run(Version, [.. changed.Select(id => (id, now))]);
        if (upload is not null)
            UploadRow.Write(session, upload with { Written = upload.Written + changed.Count });
        return changed.Count;
    }

    private static Command<Row> Columns(string name) => new Command<Row>(name)
        .Text("number", row => row.Entry.Number)
        .Number("type", row => ConsentRow.TypeOf(row.Entry.Channel))
        .Number("value", row => row.Entry.OptedOut ? ConsentRow.OptedOut : ConsentRow.OptedIn)
        .OneNumber("source", row => ConsentRow.FirstSource + (long)row.Source)
        .OneAt("now", row => row.Now);

    private sealed record Row(ConsentEntry Entry, ConsentSource Source, Instant Now);
}
