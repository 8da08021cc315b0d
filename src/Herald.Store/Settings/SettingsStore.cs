using Herald.Store.Engines;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Settings;

internal sealed class SettingsStore(Readers readers, Writer writer) : ISettingsStore
{
    private static readonly Command<int> Instances = new("read_instances");

    public async ValueTask<long> ReadVersionAsync(CancellationToken ct) =>
        (await readers.QueryAsync(SettingsVersion.Read, [0], row => row.Number(0), ct))[0];

    public Task<SettingsSnapshot> LoadAsync(CancellationToken ct) => readers.ReadAsync(session => SnapshotReader.ReadAsync(session, ct), ct);

    public Task<bool> SetSuspendedAsync(Guid engagementId, bool suspended, SuspensionType type, Guid? by, Instant now, CancellationToken ct) =>
        writer.WriteAsync(new SetSuspended(engagementId, suspended, type, by, now), ct);

    public Task RegisterInstanceAsync(Guid instance, string siloAddress, Instant now, CancellationToken ct) =>
        writer.WriteAsync(new RegisterInstance(instance, siloAddress, now), ct);

    public async Task<IReadOnlyDictionary<Guid, string>> ReadInstancesAsync(CancellationToken ct) =>
        (await readers.QueryAsync(Instances, [0], row => (Id: row.Id(0), Address: row.Text(1)), ct)).ToDictionary(row => row.Id, row => row.Address);
}
