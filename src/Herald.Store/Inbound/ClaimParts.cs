using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

/// <summary>A message whose parts nobody put together, taken as it is.</summary>
internal sealed class ClaimParts(PartRows.Key key, Instant now, Instant until) : Change<IReadOnlyList<KeptPart>>(Lane.Rest, 1, [])
{
    private static readonly ChangeKind Claim = ChangeKind.Of<ClaimParts>("claim parts", 1, Apply);

    public override ChangeKind Kind => Claim;

    private PartRows.Claim Wanted => new(key, now, until);

    private static void Apply(WriteContext context, IReadOnlyList<ClaimParts> changes)
    {
        NumberLock.Take(context.Session, changes.Select(change => change.Wanted.Key.From));
        foreach (var change in changes)
            change.Decided = PartRows.Take(context.Session, change.Wanted);
    }
}
