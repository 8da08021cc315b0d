using Herald.Core.Engagements;
using Herald.Store;
using Herald.Store.Settings;

namespace Herald.Dispatch.Settings;

/// <summary>The settings snapshot of this process: read in memory, loaded anew when the version in the store went up.</summary>
public sealed class SettingsCache(IHeraldStore store) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile SettingsSnapshot? current;

    /// <summary>Raised after a newer snapshot took the place of an older one (first load included: the older is null).</summary>
    public event Action<SettingsSnapshot?, SettingsSnapshot>? Changed;

    /// <summary>The last snapshot loaded. Throws before the first <see cref="RefreshAsync"/>.</summary>
    public SettingsSnapshot Current => current ?? throw new InvalidOperationException("Settings are not loaded yet.");

    /// <summary>The engagement of that id, or null; from memory. Fits <c>Core.Commands.FindEngagement</c>.</summary>
    public Engagement? FindEngagement(Guid id) => Current.Engagements.GetValueOrDefault(id);

    /// <summary>One indexed read; loads when the version changed. Callers at the same time share one load.</summary>
    public async ValueTask<SettingsSnapshot> RefreshAsync(CancellationToken ct)
    {
        var version = await store.Settings.ReadVersionAsync(ct);
        if (current is { } fresh && fresh.Version >= version)
            return fresh;
        await loading.WaitAsync(ct);
        try
        {
            var before = current;
            if (before is not null && before.Version >= version)
                return before;
            var loaded = await store.Settings.LoadAsync(ct);
            current = loaded;
            Changed?.Invoke(before, loaded);
            return loaded;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();
}
