using Herald.Store;
using Herald.Store.Consents;
using Herald.Store.Contacts;
using Herald.Store.Inbound;
using Herald.Store.Intake;
using Herald.Store.Pruning;
using Herald.Store.Queue;
using Herald.Store.Reporting;
using Herald.Store.Settings;
using Herald.Store.Users;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>A real store whose settings the test says, and whose commits it can wait for and break.</summary>
internal sealed class TestStore(IHeraldStore inner) : IHeraldStore, ISettingsStore
{
    private SettingsSnapshot snapshot = Make.Settings(1);

    public ObservedQueue Watch { get; } = new(inner);
    public StoreEngine Engine => inner.Engine;
    public IIntakeStore Intake => inner.Intake;
    public IQueueStore Queue => Watch;
    public IReceiptStore Receipts => inner.Receipts;
    public IBacklogStore Backlog => inner.Backlog;
    public IConsentStore Consents => inner.Consents;
    public IFactStore Facts => inner.Facts;
    public IInboundStore Inbound => inner.Inbound;
    public ISettingsStore Settings => this;
    public ITaskReader Tasks => inner.Tasks;
    public IRowStore Rows => inner.Rows;
    public IContactStore Contacts => inner.Contacts;

    public IUserStore Users => inner.Users;
    public IPruneStore Pruning => inner.Pruning;

    public void Set(params Core.Engagements.Engagement[] engagements) => snapshot = Make.Settings(snapshot.Version + 1, engagements);

    public void Set(SettingsSnapshot next) => snapshot = next with { Version = snapshot.Version + 1 };

    public SettingsSnapshot Current => snapshot;

    public Task OpenAsync(CancellationToken ct) => inner.OpenAsync(ct);

    public Task BackupAsync(string file, CancellationToken ct) => inner.BackupAsync(file, ct);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    public ValueTask<long> ReadVersionAsync(CancellationToken ct) => ValueTask.FromResult(snapshot.Version);

    public Task<SettingsSnapshot> LoadAsync(CancellationToken ct) => Task.FromResult(snapshot);

    public Task<bool> SetSuspendedAsync(Guid engagementId, bool suspended, SuspensionType type, Guid? by, Instant now, CancellationToken ct) =>
        inner.Settings.SetSuspendedAsync(engagementId, suspended, type, by, now, ct);

    public Task RegisterInstanceAsync(Guid instance, string siloAddress, Instant now, CancellationToken ct) =>
        inner.Settings.RegisterInstanceAsync(instance, siloAddress, now, ct);

    public Task<IReadOnlyDictionary<Guid, string>> ReadInstancesAsync(CancellationToken ct) => inner.Settings.ReadInstancesAsync(ct);
}
