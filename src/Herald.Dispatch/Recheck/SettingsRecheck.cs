using System.Collections.Concurrent;
using Herald.Dispatch.Dispatching;
using Herald.Store;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Recheck;

/// <summary>When settings change, the rows that wait for what changed are put back to now, in steps. Rows that wait for their window are never touched.</summary>
internal sealed class SettingsRecheck(IHeraldStore store, Drivers drivers)
{
    private const int Step = 1_000;

    // Bounded: one entry per engagement and reason.
    private readonly ConcurrentDictionary<(Guid Engagement, string Reason), bool> due = new();

    /// <summary>Notes what a newer snapshot changed; the next round acts on it.</summary>
    public void Note(SettingsSnapshot? before, SettingsSnapshot after)
    {
        if (before is null)
            return;
        foreach (var (id, engagement) in after.Engagements)
        {
            if (before.Engagements.GetValueOrDefault(id) is not { } old)
                continue;
            foreach (var reason in Binding.Reasons)
                if (Binding.Of(reason, old, before) != Binding.Of(reason, engagement, after))
                    due[(id, reason)] = true;
        }
    }

    public async Task RunOnceAsync(Instant now, CancellationToken ct)
    {
        foreach (var (engagement, reason) in due.Keys)
        {
            while (await store.Queue.RecheckAsync(engagement, reason, now, Step, ct) > 0)
                drivers.Find(engagement)?.LookAround();
            // Not removed before it is done: a round that failed half-way comes back.
            due.TryRemove((engagement, reason), out _);
        }
    }
}
