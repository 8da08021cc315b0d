using Herald.Server.Hosting.Seeding;
using Herald.Store;
using Herald.WebApi.TimeZones;

namespace Herald.Server.Hosting;

/// <summary>Opens the store before anything else starts: the engine and Kestrel find it migrated and seeded.</summary>
internal sealed class StoreOpening(IHeraldStore store, Seeder seeder, StoreRows rows, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        await seeder.SeedAsync(cancellationToken);
        await TimeZoneRows.LoadAsync(rows, time, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
