using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>A bulk request that fits into one transaction.</summary>
internal sealed class AppendWhole(NewBatch batch, IReadOnlyList<NewTask> tasks) : Change<bool>(Lane.Intake, tasks.Count, true)
{
    private static readonly ChangeKind Append = ChangeKind.Of<AppendWhole>("bulk", 1, Apply);

    public override ChangeKind Kind => Append;

    public override int Weight => 1;

    private static void Apply(WriteContext context, IReadOnlyList<AppendWhole> changes)
    {
        foreach (var change in changes)
            change.Write(context);
    }

    private void Write(WriteContext context)
    {
        RepeatKeys.Claim(context.Session, batch);
        AppendTasks.Write(context, tasks);
        BatchRow.Close(context.Session, batch, tasks.Count);
    }
}
