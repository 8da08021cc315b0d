using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

/// <summary>Parts may come to several processes at once: whose transaction sees the last one takes the whole.</summary>
internal sealed class KeepParts(IReadOnlyList<KeptPart> parts, Instant now, Instant until) : Change<IReadOnlyList<KeptPart>>(Lane.Rest, parts.Count, [])
{
    private static readonly ChangeKind Keep = ChangeKind.Of<KeepParts>("keep parts", 1, Apply);

    public override ChangeKind Kind => Keep;

    private string Sender => parts[0].From;

    private static void Apply(WriteContext context, IReadOnlyList<KeepParts> changes)
    {
        NumberLock.Take(context.Session, changes.Select(change => change.Sender));
        foreach (var change in changes)
            change.Decided = change.Write(context.Session);
    }

    private IReadOnlyList<KeptPart> Write(ISqlSession session)
    {
        session.Run(PartRows.Keep, parts);
        var claim = new PartRows.Claim(PartRows.KeyOf(parts[0]), now, until);
        return session.Query(PartRows.Count, [claim], row => row.Int(0))[0] == claim.Key.Total ? PartRows.Take(session, claim) : [];
    }
}
