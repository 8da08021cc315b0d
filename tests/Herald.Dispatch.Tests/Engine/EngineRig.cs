using Herald.Store;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Agents;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Simulated;
using Herald.Dispatch.Dispatching;
using Herald.Dispatch.Intake;
using Herald.Dispatch.Rescue;
using Herald.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>A whole engine over a real store, on a clock the test moves. Passes are run by hand (<see cref="PassAsync"/>) unless the test lets loops run.</summary>
internal sealed class EngineRig : IAsyncDisposable
{
    private readonly Dictionary<Guid, EngagementDriver> drivers = [];
    private readonly StoreUnderTest place;

    private EngineRig(StoreUnderTest place, TestStore store, TimeProvider time, SimulatedChannel channel, DispatchOptions options)
    {
        (this.place, Store, Time, Channel) = (place, store, time, channel);
        Engine = new DispatchEngine(store, options, new ChannelRegistry([channel]), new OnlyMe(), new Nobody(), Guid.NewGuid(), time, NullLoggerFactory.Instance);
    }

    public TestStore Store { get; }
    public TimeProvider Time { get; }
    public SimulatedChannel Channel { get; }
    public DispatchEngine Engine { get; }

    /// <summary>The store outlives this engine, for the next one.</summary>
    public bool LeavesStore { get; set; }

    public Instant Now => Time.GetCurrentInstant();

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    public static async Task<EngineRig> StartAsync(StoreUnderTest store, TimeProvider time, SimulatedOptions? simulated = null, DispatchOptions? options = null, params Engagement[] engagements)
    {
        var rig = new EngineRig(store, new TestStore(store.Store), time, new SimulatedChannel("simulated", simulated ?? new SimulatedOptions { TimeScale = 1 }, time), options ?? new DispatchOptions { StopTimeout = TimeSpan.Zero });
        rig.Store.Set(engagements);
        foreach (var engagement in engagements)
            await EngagementRows.AddAsync(rig.Store, engagement);
        await rig.Engine.StartAsync(CancellationToken.None);
        return rig;
    }

    /// <summary>Agents talk to the simulated people.</summary>
    public static async Task<EngineRig> TalkingAsync(StoreUnderTest store, TimeProvider time, IAgents agents, params Engagement[] engagements)
    {
        var rig = new EngineRig(store, new TestStore(store.Store), time, new SimulatedChannel("simulated", new SimulatedOptions { TimeScale = 1 }, time, agents), new DispatchOptions { StopTimeout = TimeSpan.Zero });
        rig.Store.Set(engagements);
        foreach (var engagement in engagements)
            await EngagementRows.AddAsync(rig.Store, engagement);
        await rig.Engine.StartAsync(CancellationToken.None);
        return rig;
    }

    public void Advance(Duration by) => ((FakeTimeProvider)Time).Advance(by.ToTimeSpan());

    /// <summary>Moves the clock on, a little at a time, until the condition holds.</summary>
    public async Task MoveUntilAsync(Func<bool> condition)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Advance(Duration.FromMilliseconds(250));
            await Engine.SettledAsync();
            // The clock must not outrun the store: hours would pass within one read.
            await Store.Watch.NextAsync(TimeSpan.FromMilliseconds(3), CancellationToken.None);
            if (TimeProvider.System.GetElapsedTime(deadline) > TimeSpan.FromSeconds(30))
                throw new TimeoutException("The condition did not come true.");
        }
    }

    public async Task<DeliveryTask> AcceptAsync(DeliveryTask task)
    {
        (await Engine.Intake.AcceptAsync(task, null, CancellationToken.None)).ShouldBeOfType<IntakeResult.Accepted>();
        return task;
    }

    /// <summary>One pass of the engagement now, looking around first as a real driver does every second.</summary>
    public async Task<Pass> PassAsync(Engagement engagement)
    {
        if (!drivers.TryGetValue(engagement.Id, out var driver))
            drivers[engagement.Id] = driver = Engine.DriverOf(engagement.Id);
        await driver.LookAroundAsync(Now, CancellationToken.None);
        return await driver.RunOnceAsync(Now, CancellationToken.None);
    }

    /// <summary>Passes until one does nothing.</summary>
    public async Task PassAllAsync(Engagement engagement)
    {
        for (var i = 0; i < 50; i++)
            if (await PassAsync(engagement) is { Started: 0, Staged: 0 })
                return;
    }

    /// <summary>What somebody else would write to the store.</summary>
    public Task WriteAsync(string sql) => place.WriteAsync(sql);

    /// <summary>The policy on the task's last delivery row.</summary>
    public async Task<Guid?> PolicyOfAsync(Guid task)
    {
        var delivery = (await Store.Tasks.ReadAsync(task, CancellationToken.None))!.Deliveries[^1].Id;
        await using var connection = await Store.Rows.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "select policy_id from delivery where id = @id";
        var id = command.CreateParameter();
        id.ParameterName = "id";
        id.Value = Store.Engine == StoreEngine.Sqlite ? delivery.ToByteArray(bigEndian: true) : delivery;
        command.Parameters.Add(id);
        return await command.ExecuteScalarAsync() switch
        {
            byte[] bytes => new Guid(bytes, bigEndian: true),
            Guid value => value,
            _ => null,
        };
    }

    /// <summary>The stop, with the clock moving on meanwhile.</summary>
    public Task StopAsync() => PumpAsync(Engine.StopAsync(CancellationToken.None));

    private async Task PumpAsync(Task stop)
    {
        while (Time is FakeTimeProvider && !stop.IsCompleted)
        {
            Advance(Duration.FromMilliseconds(100));
            await Task.WhenAny(stop, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        await stop;
    }

    public async ValueTask DisposeAsync()
    {
        await PumpAsync(Engine.DisposeAsync().AsTask());
        if (!LeavesStore)
            await place.DisposeAsync();
    }

    private sealed class Nobody : IEngagementWaker
    {
        public void Wake(Guid engagementId, Instant due)
        {
        }
    }
}
