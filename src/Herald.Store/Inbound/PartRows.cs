using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Inbound;

/// <summary>The statements of messages in parts.</summary>
internal static class PartRows
{
    public static readonly Command<KeptPart> Keep = new Command<KeptPart>("keep_parts")
        .Id("account", row => row.AccountId)
        .Text("from", row => row.From)
        .Text("to", row => row.To)
        .Flag("wide", row => row.Wide)
        .Number("reference", row => row.Reference)
        .Number("total", row => row.Total)
        .Number("number", row => row.Number)
        .Number("coding", row => row.DataCoding)
        .Blob("content", row => row.Content)
        .At("at", row => row.At);

    public static readonly Command<Claim> Count = OfKey<Claim>("count_parts", row => row.Key)
        .OneAt("now", row => row.Now);

    public static readonly Command<Claim> Claims = OfKey<Claim>("claim_parts", row => row.Key)
        .OneAt("until", row => row.Until)
        .OneAt("now", row => row.Now);

    public static readonly Command<(Key Key, Instant Now)> Settles = OfKey<(Key Key, Instant Now)>("settle_parts", row => row.Key)
        .OneAt("now", row => row.Now);

    public static readonly Command<Instant> Drops = new Command<Instant>("drop_parts").OneAt("before", before => before);

    public static readonly Command<StaleBefore> Stale = new Command<StaleBefore>("find_stale_parts")
        .OneAt("whole", row => row.Whole)
        .OneAt("old", row => row.Old)
        .OneAt("now", row => row.Now)
        .OneNumber("max", row => row.Max);

    public static Key KeyOf(KeptPart part) => new(part.AccountId, part.From, part.To, part.Wide, part.Reference, part.Total);

    public static Key ReadKey(ISqlRow row) => new(row.Id(0), row.Text(1), row.Text(2), row.Flag(3), row.Int(4), row.Int(5));

    public static KeptPart Read(ISqlRow row) =>
        new(row.Id(0), row.Text(1), row.Text(2), row.Flag(3), row.Int(4), row.Int(5), row.Int(6), row.Int(7), row.Blob(8), row.At(9));

    /// <summary>The parts, if nobody else is putting them together.</summary>
    public static IReadOnlyList<KeptPart> Take(ISqlSession session, Claim claim) =>
        [.. session.Query(Claims, [claim], Read).OrderBy(part => part.Number)];

    private static Command<TRow> OfKey<TRow>(string name, Func<TRow, Key> key) => new Command<TRow>(name)
        .OneId("account", row => key(row).AccountId)
        .OneText("from", row => key(row).From)
        .OneText("to", row => key(row).To)
        .OneFlag("wide", row => key(row).Wide)
        .OneNumber("reference", row => key(row).Reference)
        .OneNumber("total", row => key(row).Total);

    public sealed record Key(Guid AccountId, string From, string To, bool Wide, int Reference, int Total);

    public sealed record Claim(Key Key, Instant Now, Instant Until);

    public sealed record StaleBefore(Instant Whole, Instant Old, Instant Now, int Max);
}
