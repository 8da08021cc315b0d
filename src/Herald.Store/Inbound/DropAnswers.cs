using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

internal sealed class DropAnswers(Instant now) : Change<int>(Lane.Rest, 1, 0)
{
    private static readonly ChangeKind Drop = ChangeKind.Of<DropAnswers>("drop answers", 3, Apply);

    private static readonly Command<Instant> Drops = new Command<Instant>("drop_answers").OneAt("now", now => now);

    public override ChangeKind Kind => Drop;

    private Instant Now => now;

    private static void Apply(WriteContext context, IReadOnlyList<DropAnswers> changes)
    {
        foreach (var change in changes)
            change.Decided = context.Session.Query(Drops, [change.Now], row => row.Id(0)).Count;
    }
}
