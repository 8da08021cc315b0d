using Herald.Core.Deliveries;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Simulated;
using Herald.Store.Inbound;
using Herald.Store.Queue;

namespace Herald.Simulation.Tests.Living;

/// <summary>The network and the people behind it: they outlive the process that called them, and answer to whichever lives then.</summary>
internal sealed class Carrier(SimulatedOptions options, TimeProvider time) : IInbound, IAsyncDisposable
{
    private readonly SimulatedChannel channel = new("simulated", options, time);
    private int arriving;
    private Line? current;

    public Instant? NextAt => channel.NextAt;

    /// <summary>Attempts made so far.</summary>
    public int Made { get; private set; }

    /// <summary>Nothing is on its way to a process.</summary>
    public bool IsQuiet => Volatile.Read(ref arriving) == 0;

    /// <summary>The line of one process.</summary>
    public IChannel Connect()
    {
        if (current is null)
            channel.Made += _ => Made++;
        return current = new Line(this);
    }

    /// <summary>Its process was killed: from here on it hears nothing.</summary>
    public void Cut() => current!.Dead = true;

    public void Down() => channel.Down();

    public void Up() => channel.Up();

    public Task ReceiptAsync(KeptReceipt receipt, CancellationToken ct) => ArriveAsync(inbound => inbound.ReceiptAsync(receipt, ct));

    public Task MessageAsync(InboundMessage message, CancellationToken ct) => ArriveAsync(inbound => inbound.MessageAsync(message, ct));

    public Task PartAsync(KeptPart part, CancellationToken ct) => ArriveAsync(inbound => inbound.PartAsync(part, ct));

    public void LateSubmit(LateSubmit answer) => current?.Inbound?.LateSubmit(answer);

    public InboundRoute? RouteOf(string transport, string number) => (current?.Inbound ?? throw new InvalidOperationException("Nobody listens.")).RouteOf(transport, number);

    public Task OptedOutAsync(string number) => (current?.Inbound ?? throw new InvalidOperationException("Nobody listens.")).OptedOutAsync(number);

    public ValueTask DisposeAsync() => channel.DisposeAsync();

    private async Task ArriveAsync(Func<IInbound, Task> arrive)
    {
        Interlocked.Increment(ref arriving);
        try
        {
            await arrive(current?.Inbound ?? throw new InvalidOperationException("Nobody listens."));
        }
        finally
        {
            Interlocked.Decrement(ref arriving);
        }
    }

    private sealed class Line(Carrier carrier) : IChannel
    {
        public IInbound? Inbound { get; private set; }
        public bool Dead { get; set; }
        public string Name => carrier.channel.Name;
        public bool Simulated => true;
        public int FreeSlots => Dead ? 0 : carrier.channel.FreeSlots;
        public ChannelStatus Status => carrier.channel.Status;

        public event Action? SlotsAppeared
        {
            add => carrier.channel.SlotsAppeared += value;
            remove => carrier.channel.SlotsAppeared -= value;
        }

        public int UnitsOf(AttemptOrder order) => carrier.channel.UnitsOf(order);

        public Task StartAsync(IInbound inbound, CancellationToken ct)
        {
            Inbound = inbound;
            return carrier.channel.StartAsync(carrier, ct);
        }

        public void Start(AttemptOrder order, IAttemptSink sink)
        {
            if (!Dead)
                carrier.channel.Start(order, sink);
        }

        public ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct) => carrier.channel.AnswerAsync(message, ct);

        public Task HangUpAsync(CancellationToken ct) => Dead ? Task.CompletedTask : carrier.channel.HangUpAsync(ct);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
