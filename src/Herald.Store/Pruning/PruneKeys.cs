using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Pruning;

internal sealed class PruneKeys(Instant now, int max) : Change<int>(Lane.Rest, max, 0)
{
    private static readonly ChangeKind Prune = ChangeKind.Of<PruneKeys>("prune keys", 8, Apply);

    private static readonly Command<PruneKeys> Delete = new Command<PruneKeys>("delete_old_keys")
        .OneAt("day", row => row.Now - Duration.FromHours(24))
        .OneAt("week", row => row.Now - Duration.FromDays(8))
        .OneNumber("max", row => row.Rows);

    public override ChangeKind Kind => Prune;

    private Instant Now => now;

    private static void Apply(WriteContext context, IReadOnlyList<PruneKeys> changes)
    {
        foreach (var change in changes)
            change.Decided = context.Session.Run(Delete, [change]);
    }
}
