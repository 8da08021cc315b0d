using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Pruning;

internal sealed class PruneLog(Instant before, int max) : Change<int>(Lane.Rest, max, 0)
{
    private static readonly ChangeKind Prune = ChangeKind.Of<PruneLog>("prune log", 7, Apply);
    private static readonly Command<int> Chains = new("read_log_chains");

    private static readonly Command<(long Chain, Instant Before, int Max)> Find = new Command<(long Chain, Instant Before, int Max)>("find_old_log")
        .OneNumber("chain", row => row.Chain)
        .OneAt("before", row => row.Before)
        .OneNumber("max", row => row.Max);

    private static readonly Command<(long Chain, long Last)> Delete = new Command<(long Chain, long Last)>("delete_log")
        .OneNumber("chain", row => row.Chain)
        .OneNumber("last", row => row.Last);

    public override ChangeKind Kind => Prune;

    private static void Apply(WriteContext context, IReadOnlyList<PruneLog> changes)
    {
        foreach (var change in changes)
            change.Decided = change.Write(context.Session);
    }

    private int Write(ISqlSession session)
    {
        var gone = 0;
        foreach (var chain in session.Query(Chains, [0], row => row.Number(0)))
        {
            // Only the old end of a chain: what remains must still follow from the hash that is kept.
            var found = session.Query(Find, [(chain, before, Rows - gone)], row => (Id: row.Number(0), Old: row.Flag(1))).TakeWhile(line => line.Old).ToList();
            if (found.Count == 0)
                continue;
            session.Run(Delete, [(chain, found[^1].Id)]);
            gone += found.Count;
            if (gone >= Rows)
                break;
        }

        return gone;
    }
}
