using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

internal sealed class ReleaseAnswer(Guid id, Guid owner, Instant tryAt) : Change<bool>(Lane.Rest, 1, false)
{
    private static readonly ChangeKind Release = ChangeKind.Of<ReleaseAnswer>("release answer", 3, Apply);

    private static readonly Command<ReleaseAnswer> Releases = new Command<ReleaseAnswer>("release_answer")
        .OneId("id", row => row.Id)
        .OneId("owner", row => row.Owner)
        .OneAt("try_at", row => row.TryAt);

    public override ChangeKind Kind => Release;

    private Guid Id => id;

    private Guid Owner => owner;

    private Instant TryAt => tryAt;

    private static void Apply(WriteContext context, IReadOnlyList<ReleaseAnswer> changes)
    {
        foreach (var change in changes)
            change.Decided = context.Session.Run(Releases, [change]) > 0;
    }
}
