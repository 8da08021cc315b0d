using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>The moment a sliced bulk request is accepted: from here on its rows are released, by another process if need be.</summary>
internal sealed class CloseBatch(NewBatch batch, int created) : Change<bool>(Lane.Intake, 1, true)
{
    private static readonly ChangeKind Close = ChangeKind.Of<CloseBatch>("bulk close", 3, Apply);
    private static readonly Command<Guid> Closed = new Command<Guid>("close_held_batch").OneId("batch", id => id);

    public override ChangeKind Kind => Close;

    private static void Apply(WriteContext context, IReadOnlyList<CloseBatch> changes)
    {
        foreach (var change in changes)
            change.Write(context.Session);
    }

    private void Write(ISqlSession session)
    {
        RepeatKeys.Claim(session, batch);
        session.Run(Closed, [batch.Id]);
        BatchRow.Close(session, batch, created);
    }
}
