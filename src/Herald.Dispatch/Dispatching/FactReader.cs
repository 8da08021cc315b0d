using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Store.Queue;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>Facts for a batch of tasks of one engagement: settings from memory, the rest set-wise from reader connections.</summary>
internal sealed class FactReader(IFactStore store)
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
        foreach (var task in tasks)
            foreach (var contact in task.Contacts)
                AddNumbers(numbers, contact);
        var optedOut = await store.OptedOutAsync(tasks[0].Channel, numbers, ct);
        return settings with { OptedOut = optedOut };
    }

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
