using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Inbound;

internal sealed class SettleAnswer(Guid id) : Change<bool>(Lane.Rest, 1, true)
{
    private static readonly ChangeKind Settle = ChangeKind.Of<SettleAnswer>("settle answer", 3, Apply);

    private static readonly Command<Guid> Settles = new Command<Guid>("settle_answer").OneId("id", id => id);

    public override ChangeKind Kind => Settle;

    private Guid Id => id;

    private static void Apply(WriteContext context, IReadOnlyList<SettleAnswer> changes)
    {
        foreach (var change in changes)
            context.Session.Run(Settles, [change.Id]);
    }
}
