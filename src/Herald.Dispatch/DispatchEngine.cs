using Herald.Dispatch.Attempts;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Contacts;
using Herald.Dispatch.Dispatching;
using Herald.Dispatch.Inbound;
using Herald.Dispatch.Intake;
using Herald.Dispatch.Loops;
using Herald.Dispatch.Pruning;
using Herald.Dispatch.Recheck;
using Herald.Dispatch.Rescue;
using Herald.Dispatch.Settings;
using Herald.Dispatch.Slots;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch;

/// <summary>Everything of the engine that one process runs, wired once. Which engagements it drives is told from outside (<see cref="Run"/>).</summary>
public sealed partial class DispatchEngine : IAsyncDisposable
{
    private readonly IHeraldStore store;
    private readonly DispatchOptions options;
    private readonly ChannelRegistry channels;
    private readonly ILiveness liveness;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly ILoggerFactory logs;
    private readonly HeraldMeter meter = new();
    private readonly SlotBook slots;
    private readonly DurableWriter durable;
    private readonly AttemptBook attempts;
    private readonly Drivers drivers;
    private readonly ReceiptDesk receipts;
    private readonly AnswerDesk answers;
    private readonly PartDesk parts;
    private readonly ReplyWatch replyWatch;
    private readonly InboundDesk inbound;
    private readonly InboundRoutes routes = new();
    private readonly SettingsRecheck recheck;
    private readonly PolicyMarks policies;
    private readonly OwnerRescue rescue;
    private readonly StartRecovery recovery;
    private readonly ContactUpserts contacts;
    private readonly Pruner pruner;
    private readonly List<Loop> loops = [];
    private Loop? endless;
    private bool running;
    private bool stopped;

    /// <param name="store">May be opened later; it is not touched before <see cref="StartAsync"/>.</param>
    /// <param name="elsewhere">Wakes drivers of other processes; null = this process drives everything.</param>
    /// <param name="instance">Made at process start, registered in the store before the first start of an attempt.</param>
    public DispatchEngine(
        IHeraldStore store, DispatchOptions options, ChannelRegistry channels, ILiveness liveness, IEngagementWaker? elsewhere, Guid instance, TimeProvider time, ILoggerFactory logs)
    {
        (this.store, this.options, this.channels, this.liveness, this.time, this.logs, Instance) = (store, options, channels, liveness, time, logs, instance);
        log = logs.CreateLogger<DispatchEngine>();
        Settings = new SettingsCache(store);
        var waker = new NearestDriver(elsewhere);
        slots = new SlotBook(channels, time, options.BatchSize);
        durable = new DurableWriter(time, logs.CreateLogger<DurableWriter>());
        var failures = new BotFailureWatch(store, logs.CreateLogger<BotFailureWatch>());
        attempts = new AttemptBook(store, Settings, waker, durable, failures, meter, instance, Duration.FromTimeSpan(options.ReceiptTimeout), time, logs.CreateLogger<AttemptBook>());
        drivers = new Drivers(new DriverParts(store, Settings, slots, attempts, failures, meter, options, instance), time, logs);
        waker.Here = drivers;
        receipts = new ReceiptDesk(store, attempts, new SimulatedProfiles(Settings, channels), meter);
        answers = new AnswerDesk(store, channels, instance, time, logs.CreateLogger<AnswerDesk>());
        var replies = new ReplyDesk(store, channels, drivers, new ReplyKeeper(store, Settings, meter), answers, time, logs.CreateLogger<ReplyDesk>());
        parts = new PartDesk(store, channels, replies, time, logs.CreateLogger<PartDesk>());
        replyWatch = new ReplyWatch(store, Settings);
        inbound = new InboundDesk(receipts, replies, parts, new LateSubmitDesk(store, durable, meter, time, logs.CreateLogger<LateSubmitDesk>()), routes, new CallOptOuts(store, drivers, durable, time));
        recheck = new SettingsRecheck(store, drivers);
        policies = new PolicyMarks(store, Settings);
        rescue = new OwnerRescue(store, liveness, attempts, instance, logs.CreateLogger<OwnerRescue>());
        recovery = new StartRecovery(store, attempts.Starts, instance, logs.CreateLogger<StartRecovery>());
        contacts = new ContactUpserts(store, Settings);
        pruner = new Pruner(store, options.Retention);
        Intake = new DeliveryIntake(store, Settings, waker, meter, time);
        Operations = new DispatchOperations(store, waker, time);
        Settings.Changed += recheck.Note;
        Settings.Changed += policies.Note;
        Settings.Changed += routes.Note;
    }

    /// <summary>Owner of every row this process starts.</summary>
    public Guid Instance { get; }

    public SettingsCache Settings { get; }
    public DeliveryIntake Intake { get; }
    public DispatchOperations Operations { get; }

    public EngineStatus Status => new(running && !stopped, Instance, drivers.Engagements.Count, attempts.Open, [.. channels.All.Select(channel => channel.Status)]);

    /// <summary>Engagements driven by this process.</summary>
    public IReadOnlyCollection<Guid> Driven => drivers.Engagements;

    /// <summary>The store is open, the instance registered. Channels come up, outcomes and loops run; no engagement is driven yet.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await Settings.RefreshAsync(ct);
        attempts.Start();
        await rescue.RunOnceAsync(time.GetCurrentInstant(), ct);
        await channels.StartAsync(inbound, ct);
        running = true;
        Every("settings and slots", options.Tick, RefreshAsync);
        Every("recheck", options.Tick, token => recheck.RunOnceAsync(time.GetCurrentInstant(), token));
        Every("policies", options.Tick, token => policies.RunOnceAsync(time.GetCurrentInstant(), token));
        Every("rescue", options.Rescue, token => rescue.RunOnceAsync(time.GetCurrentInstant(), token));
        Every("recovery", options.Tick, token => recovery.RunOnceAsync(time.GetCurrentInstant(), token));
        // Its one round goes on until the stop.
        endless = new Loop("receipts", options.Tick, receipts.FinishAllAsync, time, logs.CreateLogger<Loop>());
        Every("early receipts", options.Tick, receipts.MatchOnceAsync);
        Every("stray receipts", options.Tick, token => receipts.MatchStraysOnceAsync(time.GetCurrentInstant(), token));
        Every("receipt timeouts", options.Tick * 5, token => receipts.TimeOutOnceAsync(time.GetCurrentInstant(), token));
        Every("no reply", options.Tick * 5, token => replyWatch.LookOnceAsync(time.GetCurrentInstant(), token));
        Every("confirmations", options.Tick * 2, token => answers.SendOnceAsync(time.GetCurrentInstant(), token));
        Every("lost confirmations", TimeSpan.FromMinutes(1), token => answers.DropOnceAsync(time.GetCurrentInstant(), token));
        Every("old message parts", TimeSpan.FromMinutes(1), token => parts.DropOnceAsync(time.GetCurrentInstant(), token));
        Every("message parts", options.Tick * 5, token => parts.SweepOnceAsync(time.GetCurrentInstant(), token));
        Every("contacts", options.Tick, token => contacts.RunOnceAsync(time.GetCurrentInstant(), token));
        Every("pruning", TimeSpan.FromHours(1), token => pruner.RunOnceAsync(time.GetCurrentInstant(), token));
        Every("depth", options.Tick * 15, MeasureAsync);
        EngineStarted(Instance, channels.All.Count);
    }

    /// <summary>The loop that drives the engagement in this process, started if need be. Null: stopping, drive it elsewhere.</summary>
    public EngagementLoop? Run(Guid engagementId) => running && !stopped ? drivers.Run(engagementId) : null;

    /// <summary>A driver whose passes the caller runs; for tests.</summary>
    internal EngagementDriver DriverOf(Guid engagementId) => drivers.Make(engagementId);

    /// <summary>Completes when everything reported so far is durable and its slots are back; for tests.</summary>
    internal Task SettledAsync() => attempts.SettledAsync();

    /// <summary>No pass runs or is asked for, no round runs, everything reported is durable; for tests on a clock that stands still.</summary>
    internal bool IsQuiet => attempts.IsSettled && drivers.AreQuiet && loops.All(loop => loop.Rounds is var (begun, done) && begun == done);

    /// <summary>The loops beside the passes; for tests.</summary>
    internal IReadOnlyList<Loop> Loops => loops;

    /// <summary>This process does not drive the engagement any more; attempts that run go on.</summary>
    public Task LeaveAsync(Guid engagementId) => drivers.StopAsync(engagementId);

    /// <summary>Rows were made due by another way than a request (consents): every driver here looks now, those of other processes within a second.</summary>
    public void LookAround() => drivers.LookAround();

    /// <summary>Picks stop; running attempts get <see cref="DispatchOptions.StopTimeout"/>, then are hung up; every end is recorded before it returns.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        if (stopped || !running)
            return;
        stopped = true;
        await drivers.StopAllAsync();
        EngineStopping(attempts.Open);
        await AttemptsEndAsync(options.StopTimeout, ct);
        await channels.HangUpAsync(ct);
        await AttemptsEndAsync(TimeSpan.FromSeconds(5), ct);
        foreach (var loop in loops)
            await loop.DisposeAsync();
        if (endless is not null)
            await endless.DisposeAsync();
        durable.GiveUpAfter(TimeSpan.FromSeconds(5));
        await attempts.CompleteAsync();
        EngineStopped(attempts.Open);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        foreach (var channel in channels.All)
            await channel.DisposeAsync();
        slots.Dispose();
        durable.Dispose();
        Settings.Dispose();
        meter.Dispose();
    }

    private async Task AttemptsEndAsync(TimeSpan most, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            await attempts.NoneOpenAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // The time is up: what still runs is hung up by the caller.
        }
    }

    private async Task RefreshAsync(CancellationToken ct)
    {
        slots.Processes = liveness.Processes;
        await Settings.RefreshAsync(ct);
        slots.Distribute();
    }

    private async Task MeasureAsync(CancellationToken ct)
    {
        var depth = await store.Queue.DepthAsync(ct);
        meter.Depth(depth.Ready, depth.Waiting);
    }

    private void Every(string name, TimeSpan pause, Func<CancellationToken, Task> once) => loops.Add(new Loop(name, pause, once, time, logs.CreateLogger<Loop>()));

    [LoggerMessage(1001, LogLevel.Information, "The engine runs as instance {Instance} with {Channels} channels")]
    private partial void EngineStarted(Guid instance, int channels);

    [LoggerMessage(1002, LogLevel.Information, "The engine stops; {Open} attempts are still running")]
    private partial void EngineStopping(int open);

    [LoggerMessage(1003, LogLevel.Information, "The engine has stopped; {Open} attempts are left without an end")]
    private partial void EngineStopped(int open);
}
