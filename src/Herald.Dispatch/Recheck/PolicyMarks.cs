using System.Collections.Concurrent;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Dispatching;
using Herald.Dispatch.Settings;
using Herald.Store;
using Herald.Store.Queue;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Recheck;

/// <summary>
/// Ends what a cancellation policy covers, in steps, also where nobody picks: the rule itself stops attempts the moment it is saved.
/// A process that starts goes over everything once: one before it may have died half way.
/// </summary>
internal sealed class PolicyMarks(IHeraldStore store, SettingsCache settings)
{
    private const int Page = 2_000;
    private const int Step = 500;

    private readonly FactReader facts = new(store);

    // Bounded: one entry an engagement.
    private readonly ConcurrentDictionary<Guid, bool> due = new();

    /// <summary>Notes whose policies a newer snapshot changed; the next round acts on it.</summary>
    public void Note(SettingsSnapshot? before, SettingsSnapshot after)
    {
        foreach (var (engagement, policies) in after.Policies)
        {
            if (before is null || !Same(before.Policies.GetValueOrDefault(engagement) ?? [], policies))
                due[engagement] = true;
        }
    }

    public async Task RunOnceAsync(Instant now, CancellationToken ct)
    {
        Guid[] engagements = [.. due.Keys];
        if (engagements.Length == 0)
            return;
        var snapshot = settings.Current;
        var last = Guid.Empty;
        while (await store.Backlog.ReadOpenAsync(last, Page, ct) is { Count: > 0 } page)
        {
            foreach (var group in page.Where(row => MayBeCovered(row, snapshot)).GroupBy(row => row.EngagementId).Where(group => engagements.Contains(group.Key)))
            {
                foreach (var step in group.Chunk(Step))
                    await EndAsync(group.Key, step, snapshot, now, ct);
            }

            last = page[^1].TaskId;
        }

        // Not removed before it is done: a round that failed half way comes back.
        foreach (var engagement in engagements)
            due.TryRemove(engagement, out _);
    }

    /// <summary>Of a later contact the row does not know the address: it is read whole.</summary>
    private static bool MayBeCovered(OpenRow row, SettingsSnapshot snapshot) =>
        snapshot.Policies.GetValueOrDefault(row.EngagementId) is { } policies
        && (row.Contact > 0 || policies.Any(policy => policy.Covers(row.AcceptedAt, row.Country, row.State, row.PostalCode)));

    private async Task EndAsync(Guid engagement, OpenRow[] step, SettingsSnapshot snapshot, Instant now, CancellationToken ct)
    {
        var rows = await store.Backlog.ReadQueuedAsync([.. step.Select(row => row.DeliveryId)], ct);
        if (rows.Count == 0)
            return;
        var known = FactReader.OfSettings(snapshot, engagement, rows[0].Task.Channel);
        var read = await facts.ReadAsync(known, [.. rows.Select(row => row.Task)], now, ct);
        var looks = rows.Select(row => LookOf(row, Planner.Next(row.Task, row.History, read, now), read.Engagement)).OfType<Look>().ToList();
        await store.Queue.WriteLooksAsync(looks, now, ct);
    }

    /// <summary>Null: the policy leaves the row as it is. A chain whose next contact it covers goes on with another one.</summary>
    private static Look? LookOf(QueueRow row, NextStep step, Engagement engagement) => step switch
    {
        NextStep.End => new Look(row.DeliveryId, row.Task.Id, step, 0, row.NextCheckAt),
        NextStep.Attempt { Candidate.Contact: > 0 } or NextStep.Wait { Candidate.Contact: > 0 } =>
            new Look(row.DeliveryId, row.Task.Id, step, OutcomePlan.RankOf(engagement, row.Task, step, row.History.Count > 0), row.NextCheckAt),
        _ => null,
    };

    private static bool Same(IReadOnlyList<CancellationPolicy> one, IReadOnlyList<CancellationPolicy> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Same(pair.First, pair.Second));

    private static bool Same(CancellationPolicy one, CancellationPolicy other) =>
        one.Id == other.Id && one.LinkedAt == other.LinkedAt && one.Until == other.Until
        && one.Countries.SequenceEqual(other.Countries) && one.States.SequenceEqual(other.States) && one.PostalCodes.SequenceEqual(other.PostalCodes);
}
