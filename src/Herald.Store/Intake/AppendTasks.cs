using Herald.Store.Writing;

namespace Herald.Store.Intake;

/// <summary>Tasks of many callers in one transaction; repeats are answered from the request before.</summary>
internal static class AppendTasks
{
    public static void Apply(WriteContext context, IReadOnlyList<AppendTask> changes)
    {
        foreach (var change in changes)
            change.Decided = default;
        var keyed = changes.Where(change => change.Task.Repeat is not null).ToList();
        if (keyed.Count > 0)
            RepeatKeys.Claim(context.Session, keyed);
        context.Session.KeepPlans();
        Write(context, [.. changes.Where(change => change.Decided.Accepted).Select(change => change.Task)]);
    }

    public static void Write(WriteContext context, IReadOnlyList<NewTask> tasks)
    {
        WriteTasks(context, tasks);
        context.Session.Later(DeliveryRow.Append, [.. tasks.Select(DeliveryRow.Of)]);
    }

    /// <summary>Without deliveries: seen by nobody yet.</summary>
    public static void WriteTasks(WriteContext context, IReadOnlyList<NewTask> tasks)
    {
        var first = context.Intake.Reserve(tasks.Count);
        context.Session.Later(TaskRow.Append, [.. tasks.Select((task, index) => TaskRow.Of(task, first + index))]);
    }
}
