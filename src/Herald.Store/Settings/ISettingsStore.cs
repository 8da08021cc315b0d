using NodaTime;

namespace Herald.Store.Settings;

/// <summary>What administrators wrote, as one immutable snapshot per version.</summary>
public interface ISettingsStore
{
    /// <summary>Goes up with every write to a settings table; one indexed read.</summary>
    ValueTask<long> ReadVersionAsync(CancellationToken ct);

    Task<SettingsSnapshot> LoadAsync(CancellationToken ct);

    /// <summary>Writes the suspension row and its version. False: unknown engagement.</summary>
    Task<bool> SetSuspendedAsync(Guid engagementId, bool suspended, SuspensionType type, Guid? by, Instant now, CancellationToken ct);

    /// <summary>This process, so that owners can be told from the dead: instance id → silo address.</summary>
    Task RegisterInstanceAsync(Guid instance, string siloAddress, Instant now, CancellationToken ct);

    /// <summary>Silo address by instance id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> ReadInstancesAsync(CancellationToken ct);
}
