using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Rescue;
using Herald.Dispatch.Tests.Engine;
using Herald.Store;
using Herald.Store.Reporting;
using Herald.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Tests.Inbound;

/// <summary>A process whose loops run, on a clock a hundred times as fast, with a carrier in the test's hand.</summary>
internal sealed class InboundRig : IAsyncDisposable
{
    private static readonly OutboundProfile Profile = new(new Guid("0a000000-0000-0000-0000-000000000003"), Core.Deliveries.Channel.Sms, CarrierChannel.Transport, null, true);

    private InboundRig(IHeraldStore store, TimeProvider time, Engagement engagement)
    {
        (Store, Time, Engagement) = (new TestStore(store), time, engagement);
        Store.Set(engagement);
        Engine = new DispatchEngine(
            Store, new DispatchOptions { StopTimeout = TimeSpan.Zero }, new ChannelRegistry([Channel]), new OnlyMe(), null, Guid.NewGuid(), time, NullLoggerFactory.Instance);
    }

    public TestStore Store { get; }
    public TimeProvider Time { get; }
    public Engagement Engagement { get; }
    public CarrierChannel Channel { get; } = new();
    public DispatchEngine Engine { get; }
    public Instant Now => Time.GetCurrentInstant();

    public static TimeProvider Clock() => new ScaledTime(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero), 100);

    public static async Task<InboundRig> StartAsync(IHeraldStore store, TimeProvider time, Engagement? engagement = null)
    {
        var rig = new InboundRig(store, time, engagement ?? Make.Engagement(Core.Deliveries.Channel.Sms, Profile));
        if (engagement is null)
            await EngagementRows.AddAsync(store, rig.Engagement);
        await rig.Engine.StartAsync(CancellationToken.None);
        rig.Engine.Run(rig.Engagement.Id);
        return rig;
    }

    /// <summary>Accepted, sent, and its receipt here.</summary>
    public async Task<DeliveryTask> DeliveredAsync(string number)
    {
        var task = Make.Task(Engagement, Now, contacts: Make.Contact(number));
        await Engine.Intake.AcceptAsync(task, null, CancellationToken.None);
        await UntilAsync(() => Task.FromResult(Channel.Sent.Any(order => order.Task.Id == task.Id)));
        await Channel.ReceiptAsync(Channel.Sent.Single(order => order.Task.Id == task.Id).DeliveryId, Now);
        await UntilAsync(async () => (await DeliveryAsync(task)).Result == DeliveryResult.Delivered);
        return task;
    }

    public async Task<DeliveryView> DeliveryAsync(DeliveryTask task) => (await Store.Tasks.ReadAsync(task.Id, CancellationToken.None))!.Deliveries[0];

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
