using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>One accepted task on its way to the disk.</summary>
internal sealed class AppendTask(NewTask task) : Change<IntakeAnswer>(Lane.Intake, 1, default)
{
    private static readonly ChangeKind Append = ChangeKind.Of<AppendTask>("append", 0, AppendTasks.Apply);

    public override ChangeKind Kind => Append;

    public NewTask Task => task;
}
