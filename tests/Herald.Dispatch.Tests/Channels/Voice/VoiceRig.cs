using System.Net;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;
using Herald.Dispatch.Agents;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Voice;
using Herald.Dispatch.Intake;
using Herald.Dispatch.Rescue;
using Herald.Dispatch.Tests.Engine;
using Herald.Sip;
using Herald.Sip.Tests.Lab;
using Herald.Store.Queue;
using Herald.Store.Settings;
using Herald.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>A whole engine over a real store whose voice channel calls real phones on loopback, in real time.</summary>
internal sealed class VoiceRig : IAsyncDisposable
{
    private readonly StoreUnderTest place;
    private readonly TempFolder folder;

    private VoiceRig(StoreUnderTest place, TempFolder folder, VoiceChannelOptions options, IAgents agents)
    {
        (this.place, this.folder) = (place, folder);
        Store = new TestStore(place.Store);
        Channel = new VoiceChannel("acme", options, agents, TimeProvider.System, NullLoggerFactory.Instance);
        Engine = new DispatchEngine(
            Store, new DispatchOptions { StopTimeout = TimeSpan.Zero, Tick = TimeSpan.FromMilliseconds(100) }, new ChannelRegistry([Channel]), new OnlyMe(), null, Guid.NewGuid(), TimeProvider.System, NullLoggerFactory.Instance);
    }

    public TestStore Store { get; }
    public VoiceChannel Channel { get; }
    public DispatchEngine Engine { get; }
    public string Folder => folder.Path;
    public IPEndPoint Address => Channel.Endpoint!.Bound(SipTransport.Udp);
    public static Instant Now => TimeProvider.System.GetCurrentInstant();

    public static async Task<VoiceRig> StartAsync(int trunkPort, IAgents agents, Action<VoiceChannelOptions>? with, params Engagement[] engagements)
    {
        var folder = new TempFolder();
        var options = Options(trunkPort, folder.Path);
        with?.Invoke(options);
        options.Faults("Herald:Channels:acme").ShouldBeEmpty();
        var rig = new VoiceRig(await StoreUnderTest.Sqlite(), folder, options, agents);
        rig.Use(engagements);
        foreach (var engagement in engagements)
            await EngagementRows.AddAsync(rig.Store, engagement);
        await rig.Engine.StartAsync(CancellationToken.None);
        return rig;
    }

    /// <summary>One UDP trunk on loopback, free ports.</summary>
    public static VoiceChannelOptions Options(int trunkPort, string folder)
    {
        var options = new VoiceChannelOptions { Udp = "127.0.0.1:0", Tcp = "127.0.0.1:0", Tls = "127.0.0.1:0", RtpPorts = "0", DataDirectory = folder };
        options.Trunks.Add(new SipTrunkOptions { Name = "phone", Host = "127.0.0.1", Port = trunkPort, KeepAlive = TimeSpan.Zero });
        return options;
    }

    public static OutboundProfile Profile(string? inboundAgent = null) => new(new Guid("0a000000-0000-0000-0000-000000000009"), Core.Deliveries.Channel.Voice, "acme", null, true, inboundAgent);

    public static Engagement Engagement(string? agent = "talker", bool record = false, string? inboundAgent = null) => Make.Engagement(profile: Profile(inboundAgent)) with
    {
        Workstream = new Workstream(new Guid("0b000000-0000-0000-0000-000000000009"), "+15550001000", "en-US", agent, record, Profile().Id),
    };

    public void Use(params Engagement[] engagements) => Store.Set(Make.Settings(Store.Current.Version, engagements) with
    {
        Workstreams = engagements.Select(engagement => engagement.Workstream!).DistinctBy(workstream => workstream.Id).ToDictionary(workstream => workstream.Id),
    });

    /// <summary>Accepts a task for that number and drives its engagement.</summary>
    public async Task<Core.Deliveries.DeliveryTask> AcceptAsync(Engagement engagement, string number, Func<Core.Deliveries.Contact, Core.Deliveries.Contact>? with = null, Duration? opens = null)
    {
        var contact = Make.Contact(number);
        var task = Make.Task(engagement, Now, opens, contacts: with?.Invoke(contact) ?? contact);
        (await Engine.Intake.AcceptAsync(task, null, CancellationToken.None)).ShouldBeOfType<IntakeResult.Accepted>();
        Engine.Run(engagement.Id)!.Wake(Now);
        return task;
    }

    /// <summary>The committed end of a task's attempt.</summary>
    public async Task<FinishedDelivery> EndAsync(Core.Deliveries.DeliveryTask task)
    {
        await Store.Watch.UntilAsync(() => Store.Watch.Finished.Any(end => end.TaskId == task.Id));
        return Store.Watch.Finished.First(end => end.TaskId == task.Id);
    }

    /// <summary>Calls a number and waits for the committed outcome.</summary>
    public async Task<AttemptOutcome> CallAsync(Engagement engagement, string number, Func<Core.Deliveries.Contact, Core.Deliveries.Contact>? with = null) =>
        (await EndAsync(await AcceptAsync(engagement, number, with))).Outcome;

    public Task<long> ReadAsync(string sql) => place.ReadAsync(sql);

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await place.DisposeAsync();
        folder.Dispose();
    }
}
