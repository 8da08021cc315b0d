using Herald.Core.Planning;
using Herald.Dispatch.Dispatching;
using Herald.Dispatch.Settings;
using Herald.Store;
using Herald.Store.Reporting;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch;

/// <summary>Why a task is where it is: what is decided of it, with what every rule says.</summary>
public sealed class TaskExplanations(IHeraldStore store, SettingsCache settings, TimeProvider time)
{
    /// <param name="id">Of a task or of one of its deliveries.</param>
    /// <returns>Null: there is neither.</returns>
    public async Task<TaskExplanation?> ExplainAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } view)
            return null;
        var at = EndOf(view) ?? time.GetCurrentInstant();
        var known = FactReader.OfSettings(await settings.RefreshAsync(ct), view.Task.EngagementId, view.Task.Channel);
        var facts = Until(at, await new FactReader(store).ReadAsync(known, [view.Task], at, ct));
        return new TaskExplanation(view, at, Planner.Explain(view.Task, view.History, facts, at));
    }

    private async Task<TaskView?> FindAsync(Guid id, CancellationToken ct) =>
        await store.Tasks.ReadAsync(id, ct) is { } view ? view
        : await store.Tasks.TaskOfDeliveryAsync(id, ct) is { } task ? await store.Tasks.ReadAsync(task, ct)
        : null;

    private static Instant? EndOf(TaskView view) =>
        view.Status is Core.Deliveries.DeliveryStatus.Pending or Core.Deliveries.DeliveryStatus.InProcess ? null : view.Deliveries[^1].EndedAt;

    /// <summary>Of a task that has ended: what was started since did not count for it.</summary>
    private static Core.Planning.Facts Until(Instant at, Core.Planning.Facts facts) => facts.StartedAt.Count == 0 ? facts : facts with
    {
        StartedAt = facts.StartedAt.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Instant>)[.. pair.Value.Where(start => start <= at)]),
    };
}
