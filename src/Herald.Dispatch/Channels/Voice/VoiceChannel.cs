using System.Collections.Concurrent;
using System.Net.Sockets;
using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Agents;
using Herald.Sip;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>Calls by SIP through the trunks of one section. Nothing queues here: the INVITE of an attempt leaves at once.</summary>
public sealed partial class VoiceChannel : IChannel
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan EndsAtStop = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly VoiceChannelOptions options;
    private readonly IAgents agents;
    private readonly TimeProvider time;
    private readonly ILoggerFactory logs;
    private readonly ILogger<VoiceChannel> log;
    private readonly VoiceMeter meter;
    private readonly ConcurrentDictionary<OutboundCall, bool> calls = new();
    private readonly ITimer looking;
    private EspeakSpeech? speech;
    private SipEndpoint? endpoint;
    private InboundCalls? incoming;
    private CallParts? parts;
    private long pausedUntil;
    private int busy;
    private int upBefore;
    private volatile bool stopping;

    /// <param name="options">Without faults: <see cref="VoiceChannelOptions.Faults"/>.</param>
    public VoiceChannel(string name, VoiceChannelOptions options, IAgents agents, TimeProvider time, ILoggerFactory logs)
    {
        (Name, this.options, this.agents, this.time, this.logs) = (name, options, agents, time, logs);
        log = logs.CreateLogger<VoiceChannel>();
        meter = new VoiceMeter(name, () => endpoint?.Stats.Calls ?? 0, () => TrunksUp, time);
        looking = time.CreateTimer(_ => LookAround(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public event Action? SlotsAppeared;

    public string Name { get; }

    public bool Simulated => false;

    public int FreeSlots => stopping || IsPausing || TrunksUp == 0 ? 0 : Math.Max(0, options.MaxCalls - Volatile.Read(ref busy) - (incoming?.Running ?? 0));

    public ChannelStatus Status => endpoint is not { } open
        ? new ChannelStatus(Name, "Sip", false, 0, 0, false, "Not started.")
        : new ChannelStatus(Name, "Sip", TrunksUp > 0, Volatile.Read(ref busy) + incoming!.Running, FreeSlots, false, VoiceStatus.Sentence(open.Trunks, open.Stats, meter, IsPausing));

    /// <summary>Where it listens, once started.</summary>
    internal SipEndpoint? Endpoint => endpoint;

    private int TrunksUp => endpoint?.Trunks.Count(trunk => trunk.Up) ?? 0;

    private bool IsPausing => time.GetUtcNow().UtcTicks < Volatile.Read(ref pausedUntil);

    public int UnitsOf(AttemptOrder order) => 1;

    /// <exception cref="InvalidOperationException">An address is taken.</exception>
    public Task StartAsync(IInbound inbound, CancellationToken ct)
    {
        speech = new EspeakSpeech(
            new EspeakOptions { Program = options.Speech.Program, CacheDirectory = options.SpeechFolder, MaxCached = options.Speech.MaxCached, Voice = options.Speech.Voice, Speed = options.Speech.Speed }, time);
        var talk = new AgentTalk(agents, inbound.OptedOutAsync, options.TransferTo, time, logs.CreateLogger<AgentTalk>());
        parts = new CallParts(
            options, talk, new Voices(speech, options.Speech, logs.CreateLogger<Voices>()), new Recordings(options.RecordingFolder, time, logs.CreateLogger<Recordings>()),
            meter, time, logs.CreateLogger<OutboundCall>());
        incoming = new InboundCalls(Name, inbound, parts, time, logs.CreateLogger<InboundCalls>());
        try
        {
            endpoint = new SipEndpoint(EndpointOf.Of(options), time, logs, incoming);
        }
        catch (SocketException e)
        {
            throw new InvalidOperationException($"Herald:Channels:{Name}: {options.Udp}, {options.Tcp} or {options.Tls} cannot be listened on: {e.Message}", e);
        }

        Listens(Name, endpoint.Bound(SipTransport.Udp).ToString());
        looking.Change(Look, Look);
        LookAround();
        return Task.CompletedTask;
    }

    public void Start(AttemptOrder order, IAttemptSink sink)
    {
        if (stopping || endpoint is null)
        {
            sink.NothingLeft(ReasonCode.NotSent, Duration.FromSeconds(1));
            return;
        }

        var progress = options.Progress.Progress(order.Engagement.Machines.DetectionTime?.ToTimeSpan());
        if ((order.From ?? options.From) is not { } from)
        {
            sink.Ended(Unsendable("Neither the workstream nor the voice channel has a number to call from."));
            return;
        }

        Interlocked.Increment(ref busy);
        try
        {
            var call = endpoint.Call(RequestOf(order, from, progress));
            meter.Started();
            _ = RunAsync(new OutboundCall(parts!, order, sink, call, progress), order, sink);
        }
        catch (ArgumentException e)
        {
            Unwritable(Name, order.DeliveryId, e.Message);
            sink.Ended(Unsendable("The call cannot be written as SIP: see the number it comes from."));
            Interlocked.Decrement(ref busy);
        }
    }

    /// <summary>A voice channel sends no texts.</summary>
    public ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct) => ValueTask.FromResult(false);

    public async Task HangUpAsync(CancellationToken ct)
    {
        stopping = true;
        incoming?.Stop();
        foreach (var call in calls.Keys)
            call.Stop();
        var since = time.GetTimestamp();
        while (Volatile.Read(ref busy) > 0 && time.GetElapsedTime(since) < EndsAtStop)
            await Task.Delay(TimeSpan.FromMilliseconds(10), time, ct);
    }

    public async ValueTask DisposeAsync()
    {
        stopping = true;
        await looking.DisposeAsync();
        if (endpoint is not null)
            await endpoint.DisposeAsync();
        speech?.Dispose();
        meter.Dispose();
    }

    private CallRequest RequestOf(AttemptOrder order, string from, ProgressOptions? progress) => new()
    {
        To = options.Prefix + Number(order.Number),
        From = Number(from),
        DisplayName = options.DisplayName,
        RingTimeout = order.Engagement.RingTime.ToTimeSpan(),
        SetupTimeout = options.SetupTimeout,
        MaxDuration = options.MaxDuration,
        Progress = progress,
        Headers = new Dictionary<string, string> { ["X-Herald-Delivery"] = order.DeliveryId.ToString("D"), ["X-Herald-Engagement"] = order.Engagement.Id.ToString("D") },
    };

    private string Number(string e164) => options.Plus ? e164 : e164.TrimStart('+');

    private async Task RunAsync(OutboundCall call, AttemptOrder order, IAttemptSink sink)
    {
        using var running = call;
        calls[call] = true;
        try
        {
            if (stopping)
                call.Stop();
            Heed(await call.RunAsync());
        }
        catch (Exception e)
        {
            CallBroke(Name, order.DeliveryId, e);
            sink.Ended(new AttemptOutcome
            {
                Result = DeliveryResult.Unknown, EndedAt = time.GetCurrentInstant(), ReasonCode = "failed", Reason = "The call failed in this service; how it ended is not known.",
            });
        }
        finally
        {
            calls.TryRemove(call, out _);
            Interlocked.Decrement(ref busy);
        }
    }

    /// <summary>RFC 3261 §21.5.4: who says 503 with Retry-After is not asked again before.</summary>
    private void Heed(CallEnd end)
    {
        if (end is not { Kind: CallEndKind.Rejected, SipCode: 503, RetryAfter: { } asked })
            return;
        var pause = asked < LongestPause ? asked : LongestPause;
        Pausing(Name, end.Trunk, pause);
        Volatile.Write(ref pausedUntil, (time.GetUtcNow() + pause).UtcTicks);
    }

    /// <summary>The endpoint does not tell when a trunk comes up.</summary>
    private void LookAround()
    {
        var up = IsPausing ? 0 : TrunksUp;
        var more = up > upBefore;
        upBefore = up;
        if (more)
            SlotsAppeared?.Invoke();
    }

    private AttemptOutcome Unsendable(string why) => new()
    {
        Result = DeliveryResult.NonRetriableError, EndedAt = time.GetCurrentInstant(), ReasonCode = ReasonCode.Configuration, Reason = why,
    };
}
