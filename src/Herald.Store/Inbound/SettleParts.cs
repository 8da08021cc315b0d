using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

internal sealed class SettleParts(PartRows.Key key, Instant now) : Change<bool>(Lane.Rest, 1, true)
{
    private static readonly ChangeKind Settle = ChangeKind.Of<SettleParts>("settle parts", 1, Apply);

    public override ChangeKind Kind => Settle;

    private static void Apply(WriteContext context, IReadOnlyList<SettleParts> changes)
    {
        foreach (var change in changes)
            context.Session.Run(PartRows.Settles, [change.Row()]);
    }

    private (PartRows.Key Key, Instant Now) Row() => (key, now);
}
