using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Store;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>Facts for a batch of tasks of one engagement: settings from memory, the rest set-wise from reader connections.</summary>
internal sealed class FactReader(IHeraldStore store)
{
    /// <summary>What is known without asking the store. A deleted engagement plans as an unusable one: its tasks end Error.</summary>
    public static Core.Planning.Facts OfSettings(SettingsSnapshot settings, Guid engagementId, Channel channel)
    {
        var engagement = settings.Engagements.GetValueOrDefault(engagementId)
            ?? new Engagement { Id = engagementId, Channel = channel, Unusable = "The engagement was deleted." };
        return new Core.Planning.Facts
        {
            Engagement = engagement,
            Organisation = settings.Organisation,
            QueueHours = engagement.QueueId is { } queue ? settings.QueueHours.GetValueOrDefault(queue) ?? OpeningHours.Always : OpeningHours.Always,
            Policies = settings.Policies.GetValueOrDefault(engagementId) ?? [],
        };
    }

    /// <summary>The settings' facts with opt-outs and recent starts of all these tasks: the sets may hold more than one task needs.</summary>
    public async ValueTask<Core.Planning.Facts> ReadAsync(Core.Planning.Facts settings, IReadOnlyList<DeliveryTask> tasks, Instant now, CancellationToken ct)
    {
        if (tasks.Count == 0)
            return settings;
        var numbers = new HashSet<string>();
        foreach (var contact in tasks.SelectMany(task => task.Contacts))
            AddNumbers(numbers, contact);
        var fetches = FetchesOf(settings, tasks.Select(task => (task, (int?)null)));
        var facts = settings with
        {
            OptedOut = await store.Facts.OptedOutAsync(tasks[0].Channel, numbers, ct),
            StartedAt = await StartsAsync(fetches, now, ct),
        };
        return await PausesAsync(facts, fetches, now, ct);
    }

    /// <summary>The settings' facts with those alone that no start asks again.</summary>
    /// <param name="tasks">Each with the one contact whose facts are wanted.</param>
    public async ValueTask<Core.Planning.Facts> ReadPausesAsync(Core.Planning.Facts settings, IReadOnlyList<(DeliveryTask Task, int? Contact)> tasks, Instant now, CancellationToken ct) =>
        PauseReader.Of(settings.Engagement).Count == 0 ? settings : await PausesAsync(settings, FetchesOf(settings, tasks), now, ct);

    private static Dictionary<LimitKey, LimitFetch> FetchesOf(Core.Planning.Facts settings, IEnumerable<(DeliveryTask Task, int? Contact)> tasks)
    {
        var fetches = new Dictionary<LimitKey, LimitFetch>();
        foreach (var (task, contact) in tasks)
        {
            foreach (var fetch in Planner.Keys(task, settings.Engagement, settings.Organisation, contact))
                fetches[fetch.Key] = fetches.TryGetValue(fetch.Key, out var other) ? Wider(fetch, other) : fetch;
        }

        return fetches;
    }

    private async ValueTask<Core.Planning.Facts> PausesAsync(Core.Planning.Facts facts, Dictionary<LimitKey, LimitFetch> fetches, Instant now, CancellationToken ct)
    {
        var pauses = PauseReader.Of(facts.Engagement);
        return pauses.Count == 0 || fetches.Count == 0 ? facts : await PauseReader.ReadAsync(store.Facts, facts, pauses, [.. fetches.Values], now, ct);
    }

    private async ValueTask<IReadOnlyDictionary<LimitKey, IReadOnlyList<Instant>>> StartsAsync(Dictionary<LimitKey, LimitFetch> fetches, Instant now, CancellationToken ct)
    {
        LimitKey[] keys = [.. fetches.Values.Where(fetch => fetch.Newest > 0).Select(fetch => fetch.Key)];
        if (keys.Length == 0)
            return Core.Planning.Facts.NoStarts;
        return await store.Facts.StartsAsync(keys, now - fetches.Values.Max(fetch => fetch.Back), fetches.Values.Max(fetch => fetch.Newest), ct);
    }

    private static LimitFetch Wider(LimitFetch one, LimitFetch other) =>
        new(one.Key, Math.Max(one.Newest, other.Newest), Duration.Max(one.Back, other.Back));

    private static void AddNumbers(HashSet<string> numbers, Contact contact)
    {
        if (contact.MobilePhone is { } mobile)
            numbers.Add(mobile);
        if (contact.BusinessPhone is { } business)
            numbers.Add(business);
        if (contact.HomePhone is { } home)
            numbers.Add(home);
    }
}
