using Herald.Store.Statements;
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
        Write(context.Session, [.. changes.Where(change => change.Decided.Accepted).Select(change => change.Task)]);
    }

    public static void Write(ISqlSession session, IReadOnlyList<NewTask> tasks)
    {
        session.Run(TaskRow.Append, [.. tasks.Select(TaskRow.Of)]);
        session.Run(DeliveryRow.Append, [.. tasks.Select(DeliveryRow.Of)]);
    }
}
