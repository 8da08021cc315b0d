using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

internal sealed class WriteLooks(IReadOnlyList<Look> looks, Instant now) : Change<int>(Lane.Starts, looks.Count, 0)
{
    private static readonly ChangeKind Write = ChangeKind.Of<WriteLooks>("looks", 1, Apply);

    public override ChangeKind Kind => Write;

    private static void Apply(WriteContext context, IReadOnlyList<WriteLooks> changes)
    {
        foreach (var change in changes)
            change.Decided = LookWriting.Write(context.Session, change.Looks, change.Now);
    }

    private IReadOnlyList<Look> Looks { get; } = looks;

    private Instant Now { get; } = now;
}
