using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>A part of a bulk request too large for one transaction: tasks without deliveries, which nobody sees.</summary>
/// <param name="before">Tasks of the slices before it.</param>
internal sealed class HoldSlice(NewBatch batch, IReadOnlyList<NewTask> tasks, int before) : Change<bool>(Lane.Intake, tasks.Count, true)
{
    private static readonly ChangeKind Hold = ChangeKind.Of<HoldSlice>("bulk slice", 2, Apply);

    private static readonly Command<(Guid Batch, long Chain)> Open = new Command<(Guid Batch, long Chain)>("open_held_batch")
        .OneId("batch", row => row.Batch)
        .OneNumber("chain", row => row.Chain);

    public override ChangeKind Kind => Hold;

    public override int Weight => 1;

    private static void Apply(WriteContext context, IReadOnlyList<HoldSlice> changes)
    {
        foreach (var change in changes)
            change.Write(context);
    }

    private void Write(WriteContext context)
    {
        context.Session.Run(Open, [(batch.Id, context.Log.Chain)]);
        BatchRow.Open(context.Session, batch, before + tasks.Count);
        AppendTasks.WriteTasks(context, tasks);
        context.Session.Later(DeliveryRow.Hold, [.. tasks.Select(DeliveryRow.Of)]);
    }
}
