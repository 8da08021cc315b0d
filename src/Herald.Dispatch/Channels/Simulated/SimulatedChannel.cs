using System.Collections.Concurrent;
using Herald.Core.Deliveries;
using Herald.Dispatch.Agents;
using NodaTime;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>A channel to people who do not exist: they answer, reject, ring out and reply after realistic times. It reaches nobody and says so on every row.</summary>
public sealed class SimulatedChannel : IChannel
{
    private const int MostThrottled = 10_000;

    private readonly SimulatedOptions options;
    private readonly TimeProvider time;
    private readonly Agenda agenda;
    private readonly SimulatedCalls calls;
    private readonly ConcurrentDictionary<Guid, bool> throttled = new();
    private readonly ConcurrentDictionary<IAttemptSink, Action> hangUps = new();
    private SimulatedMessages? messages;
    private IInbound? inbound;
    private int busy;
    private volatile bool up;

    /// <param name="agents">Talk to the people who answer; null: nobody does.</param>
    public SimulatedChannel(string name, SimulatedOptions options, TimeProvider time, IAgents? agents = null)
    {
        (Name, this.options, this.time) = (name, options, time);
        agenda = new Agenda(time);
        calls = new SimulatedCalls(options, agenda, agents, OptOutAsync, time);
    }

    public string Name { get; }
    public bool Simulated => true;
    public int FreeSlots => up ? Math.Max(0, options.Slots - Volatile.Read(ref busy)) : 0;
    public ChannelStatus Status => new(Name, "Simulated", up, Volatile.Read(ref busy), FreeSlots, true, "Simulated people: nobody is reached.");

    /// <summary>Attempts made so far, for tests: number and delivery.</summary>
    public event Action<AttemptOrder>? Made;

    public event Action? SlotsAppeared;

    public int UnitsOf(AttemptOrder order) => order.Text is { Length: > 160 } text ? (text.Length + 152) / 153 : 1;

    public Task StartAsync(IInbound inbound, CancellationToken ct)
    {
        this.inbound = inbound;
        messages = new SimulatedMessages(options, agenda, inbound, Name, time);
        up = true;
        SlotsAppeared?.Invoke();
        return Task.CompletedTask;
    }

    public void Start(AttemptOrder order, IAttemptSink sink)
    {
        Interlocked.Increment(ref busy);
        Made?.Invoke(order);
        var person = People.Of(order.Number, order.Task.Channel);
        var freeing = new FreesSlot(sink, this);
        if (order.Task.Channel == Channel.Voice)
        {
            if (options.TimeScale > 0)
                hangUps[freeing] = () => freeing.Ended(SimulatedCalls.HungUp(order, freeing, time));
            calls.Make(order, person, freeing);
        }
        else if (person == Person.ThrottledOnce && ThrottledFirst(order.DeliveryId))
            freeing.NothingLeft("throttled", Scaled(1));
        else
            messages!.Send(order, person, freeing);
    }

    public ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct)
    {
        Answered?.Invoke(message);
        return ValueTask.FromResult(up);
    }

    /// <summary>Texts sent outside of deliveries, for tests.</summary>
    public event Action<AnswerMessage>? Answered;

    public Task HangUpAsync(CancellationToken ct)
    {
        up = false;
        foreach (var hangUp in hangUps.Values)
            hangUp();
        return Task.CompletedTask;
    }

    /// <summary>The channel loses its connection: no slots until it is up again; attempts that run go on.</summary>
    internal void Down() => up = false;

    /// <summary>When a simulated person acts next; for tests that jump there.</summary>
    internal Instant? NextAt => agenda.NextAt;

    internal void Up()
    {
        up = true;
        SlotsAppeared?.Invoke();
    }

    public ValueTask DisposeAsync()
    {
        up = false;
        agenda.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Free(IAttemptSink sink)
    {
        hangUps.TryRemove(sink, out _);
        Interlocked.Decrement(ref busy);
    }

    private async Task OptOutAsync(string number)
    {
        try
        {
            await inbound!.OptedOutAsync(number);
        }
        catch (OperationCanceledException)
        {
            // The process gave up while it stops, as told in the log; the call ends all the same.
        }
    }

    private bool ThrottledFirst(Guid deliveryId)
    {
        if (throttled.TryRemove(deliveryId, out _))
            return false;
        if (throttled.Count >= MostThrottled)
            throttled.Clear();
        return throttled.TryAdd(deliveryId, true);
    }

    private Duration Scaled(double seconds) => Duration.FromSeconds(seconds * options.TimeScale);
}
