using Herald.Dispatch;
using Herald.Store;
using NodaTime.Extensions;
using Orleans.Runtime;

namespace Herald.Server.Grains;

/// <summary>The engine lives inside the silo's life: up before the silo takes grains, and stopped after its grains went elsewhere but while the membership still shows it as shutting down, so that nobody takes its running attempts for lost.</summary>
internal sealed class EngineLife(DispatchEngine engine, IHeraldStore store, ILocalSiloDetails here, TimeProvider time) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) =>
        observer.Subscribe(nameof(EngineLife), ServiceLifecycleStage.ApplicationServices, StartAsync, engine.StopAsync);

    private async Task StartAsync(CancellationToken ct)
    {
        await store.Settings.RegisterInstanceAsync(engine.Instance, here.SiloAddress.ToParsableString(), time.GetCurrentInstant(), ct);
        await engine.StartAsync(ct);
    }
}
