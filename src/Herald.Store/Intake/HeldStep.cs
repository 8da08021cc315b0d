using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>Releases (or drops) some held rows of a batch; answers how many, and forgets the batch when none is left.</summary>
internal sealed class HeldStep(Guid batch, bool release, int max) : Change<int>(Lane.Intake, max, 0)
{
    private static readonly ChangeKind Step = ChangeKind.Of<HeldStep>("held rows", 4, Apply);

    private static readonly Command<(Guid Batch, int Max)> Release = Columns("release_held");
    private static readonly Command<(Guid Batch, int Max)> Drop = Columns("drop_held");
    private static readonly Command<(Guid Batch, int Max)> Count = Columns("count_held");
    private static readonly Command<Guid> IsClosed = new Command<Guid>("is_held_batch_closed").OneId("batch", id => id);
    private static readonly Command<Guid> Forget = new Command<Guid>("forget_held_batch").OneId("batch", id => id);

    public override ChangeKind Kind => Step;

    public override int Weight => 1;

    private static void Apply(WriteContext context, IReadOnlyList<HeldStep> changes)
    {
        foreach (var change in changes)
            change.Decided = change.Write(context.Session);
    }

    private int Write(ISqlSession session)
    {
        // Closed is accepted, whatever its caller came to believe.
        if (!release && session.Query(IsClosed, [batch], row => row.Flag(0)).Contains(true))
            return 0;
        var found = session.Query(Count, [(batch, Rows)], row => row.Int(0))[0];
        if (found == 0)
        {
            session.Run(Forget, [batch]);
            if (!release)
                BatchRow.Fail(session, batch);
        }
        else
        {
            session.Run(release ? Release : Drop, [(batch, Rows)]);
        }

        return found;
    }

    private static Command<(Guid Batch, int Max)> Columns(string name) => new Command<(Guid Batch, int Max)>(name)
        .OneId("batch", row => row.Batch)
        .OneNumber("max", row => row.Max);
}
