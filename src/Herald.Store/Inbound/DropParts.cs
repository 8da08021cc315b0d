using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

internal sealed class DropParts(Instant before) : Change<int>(Lane.Rest, 1, 0)
{
    private static readonly ChangeKind Drop = ChangeKind.Of<DropParts>("drop parts", 1, Apply);

    public override ChangeKind Kind => Drop;

    private Instant Before => before;

    private static void Apply(WriteContext context, IReadOnlyList<DropParts> changes)
    {
        foreach (var change in changes)
            change.Decided = context.Session.Run(PartRows.Drops, [change.Before]);
    }
}
