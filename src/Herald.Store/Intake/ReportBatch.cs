using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>The row of a file that is being read.</summary>
internal sealed class ReportBatch(NewBatch batch, bool failed) : Change<bool>(Lane.Rest, 1, true)
{
    private static readonly ChangeKind Report = ChangeKind.Of<ReportBatch>("batch row", 5, Apply);

    public override ChangeKind Kind => Report;

    private static void Apply(WriteContext context, IReadOnlyList<ReportBatch> changes)
    {
        foreach (var change in changes)
            change.Write(context);
    }

    private void Write(WriteContext context)
    {
        if (failed)
            BatchRow.Fail(context.Session, batch);
        else
            BatchRow.Open(context.Session, batch, 0);
    }
}
