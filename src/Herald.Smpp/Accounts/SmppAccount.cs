using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;
using Microsoft.Extensions.Logging;

namespace Herald.Smpp.Accounts;

/// <summary>
/// One account at one SMSC: its binds, kept up; messages out through <see cref="SubmitAsync"/>; receipts and messages in through an
/// <see cref="ISmppHandler"/>. Queues nothing: what cannot leave now is <see cref="SubmitOutcome.NotSent"/>.
/// </summary>
public sealed partial class SmppAccount : IBindOwner, IAsyncDisposable
{
    /// <summary>Looks whether a pause or a rate has let slots free, and after parts that wait.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly SmppAccountOptions options;
    private readonly ISmppHandler handler;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly BindLoop[] loops;
    private readonly BindSet binds;
    private readonly BindCounters bindCounters = new();
    private readonly AccountCounters counters;
    private readonly MessageSender sender;
    private readonly Arrivals arrivals;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource ending = new();
    private readonly List<Task> running = [];
    private ITimer? tick;
    private int submitting;
    private bool wasFull;
    private volatile bool accepting;

    /// <exception cref="ArgumentException">The options have faults: <see cref="SmppAccountOptions.Faults"/>.</exception>
    public SmppAccount(SmppAccountOptions options, ISmppHandler handler, TimeProvider time, ILogger<SmppAccount> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
        this.options = options;
        this.handler = handler;
        this.time = time;
        this.logger = logger;
        counters = new AccountCounters(options.Name);
        loops =
        [
            .. Loops(CommandId.bind_transceiver, options.Transceivers, logger),
            .. Loops(CommandId.bind_transmitter, options.Transmitters, logger),
            .. Loops(CommandId.bind_receiver, options.Receivers, logger),
        ];
        binds = new BindSet(loops);
        sender = new MessageSender(options, binds, counters, time, ending.Token);
        arrivals = new Arrivals(options, handler, counters, time, logger, ending.Token);
    }

    /// <summary>Begins to bind; <see cref="ISmppHandler.SlotsChanged"/> tells when it has. Once.</summary>
    public void Start()
    {
        if (tick is not null)
            throw new InvalidOperationException("The account has been started.");
        tick = time.CreateTimer(_ => OnTick(), null, Tick, Tick);
        AccountGauges.Add(this, options.Name);
        accepting = true;
        foreach (var loop in loops)
            running.Add(loop.RunAsync(stopping.Token));
    }

    /// <summary>
    /// Segments that may leave now: free window of all binds that are up, at most what the rates have left for <paramref name="from"/>
    /// (null: for the account); 0 while throttled, down or stopping.
    /// </summary>
    public int FreeSlots(string? from = null) => accepting ? sender.FreeSlots(from) : 0;

    /// <summary>
    /// Completes when the outcome is known: at the latest after the response timeout, and with several parts after the parts timeout too.
    /// Cannot be cancelled, because what has left has left. Never throws for what a message or an SMSC can do. What awaits it shares a
    /// thread with the other outcomes that came in the same packet, and so must not block.
    /// </summary>
    public async Task<SubmitOutcome> SubmitAsync(OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Interlocked.Increment(ref submitting);
        try
        {
            return accepting ? await sender.SendAsync(message) : new SubmitOutcome.NotSent(NotSentReason.Stopped);
        }
        finally
        {
            Interlocked.Decrement(ref submitting);
        }
    }

    public SmppStatus Status() => new(
        loops.Count(loop => loop.Bound is not null),
        loops.Length,
        binds.InFlight,
        (options.Transceivers + options.Transmitters) * options.Window,
        FreeSlots(),
        !sender.Throttle.IsOpen,
        arrivals.Parts.Waiting,
        counters[PartFateKind.Accepted],
        counters[PartFateKind.Refused],
        counters[PartFateKind.Throttled],
        counters[PartFateKind.Unanswered],
        bindCounters.LateAnswers,
        bindCounters.UnknownAnswers,
        bindCounters.Malformed,
        bindCounters.Drops,
        counters.Receipts,
        counters.Messages,
        counters.HandlerFailures,
        [.. loops.Select(loop => loop.LastEnd)]);

    /// <summary>Takes no more messages, waits up to the stop timeout for answers and handlers, then unbinds.</summary>
    public async Task StopAsync()
    {
        accepting = false;
        AccountGauges.Remove(this);
        await DrainAsync();
        await ending.CancelAsync();
        await arrivals.Parts.StopAsync();
        await stopping.CancelAsync();
        await Task.WhenAll(running);
        if (tick is not null)
            await tick.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
        ending.Dispose();
    }

    ValueTask<StatusCode> IBindOwner.OnDeliveryAsync(Delivery delivery) => arrivals.OnDeliveryAsync(delivery);

    void IBindOwner.OnSlotFreed()
    {
        binds.Freed.Pulse();
        Tell(static handler => handler.SlotsChanged());
    }

    void IBindOwner.OnLateAnswer(LateAnswer answer)
    {
        counters.LateAnswer();
        Tell(handler => handler.LateAnswer(answer));
    }

    private IEnumerable<BindLoop> Loops(CommandId kind, int count, ILogger logger) =>
        Enumerable.Range(0, count).Select(_ => new BindLoop(kind, options, this, bindCounters, time, logger));

    private async Task DrainAsync()
    {
        var started = time.GetTimestamp();
        while ((Volatile.Read(ref submitting) > 0 || arrivals.Handling > 0) && time.GetElapsedTime(started) < options.StopTimeout)
            await Task.Delay(Tick / 10, time);
    }

    // Called on threads where an exception would end the process, or the bind.
    private void Tell(Action<ISmppHandler> what)
    {
        try
        {
            what(handler);
        }
        catch (Exception e)
        {
            LogHandlerThrew(options.Name, e);
        }
    }

    private void OnTick()
    {
        arrivals.Parts.Sweep();
        var isFull = FreeSlots() == 0;
        if (wasFull && !isFull)
            Tell(static handler => handler.SlotsChanged());
        wasFull = isFull;
    }
}
