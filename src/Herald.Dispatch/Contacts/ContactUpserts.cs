using Herald.Dispatch.Settings;
using Herald.Store;
using NodaTime;

namespace Herald.Dispatch.Contacts;

/// <summary>Contact rows of accepted records: after the answer, set-wise, within seconds.</summary>
internal sealed class ContactUpserts(IHeraldStore store, SettingsCache settings)
{
    private const int Step = 500;
    private const string DefaultKey = "contactid";

    /// <summary>Takes what was accepted since the last round; returns how many tasks that were.</summary>
    public async Task<int> RunOnceAsync(Instant now, CancellationToken ct)
    {
        // Less than a full step is all there was: what came meanwhile waits for the next round, so that a busy intake does not pay a commit of contacts for each of its own.
        var all = 0;
        int step;
        do
            all += step = await store.Contacts.UpsertAsync(KeyColumn, now, Step, ct);
        while (step == Step);
        return all;
    }

    private string KeyColumn(Guid engagementId) => settings.FindEngagement(engagementId)?.Planner.ContactKeyColumn ?? DefaultKey;
}
