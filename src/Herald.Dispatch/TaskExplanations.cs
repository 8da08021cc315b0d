using Herald.Core.Planning;
using Herald.Dispatch.Dispatching;
using Herald.Dispatch.Settings;
using Herald.Store;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch;

/// <summary>Why a task is where it is: the plan that would be made now, with what every rule says.</summary>
public sealed class TaskExplanations(IHeraldStore store, SettingsCache settings, TimeProvider time)
{
    /// <summary>Null: there is no such task. For an ended task: what would be decided now, its end notwithstanding.</summary>
    public async Task<Explanation?> ExplainAsync(Guid taskId, CancellationToken ct)
    {
        if (await store.Tasks.ReadAsync(taskId, ct) is not { } view)
            return null;
        var now = time.GetCurrentInstant();
        var known = FactReader.OfSettings(await settings.RefreshAsync(ct), view.Task.EngagementId, view.Task.Channel);
        var facts = await new FactReader(store).ReadAsync(known, [view.Task], now, ct);
        return Planner.Explain(view.Task, view.History, facts, now);
    }
}
