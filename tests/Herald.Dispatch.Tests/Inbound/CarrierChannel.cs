using System.Collections.Concurrent;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Sms;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Tests.Inbound;

/// <summary>A carrier in the test's hand: it takes every message at once, and the test says what arrives.</summary>
internal sealed class CarrierChannel : IChannel
{
    public const string Transport = "carrier";
    private IInbound? inbound;

    public event Action? SlotsAppeared;

    public ConcurrentQueue<AttemptOrder> Sent { get; } = [];

    public ConcurrentQueue<AnswerMessage> Answers { get; } = [];

    /// <summary>Answers are refused as if no slot were free.</summary>
    public bool Busy { get; set; }

    public string Name => Transport;
    public int FreeSlots => 100;
    public bool Simulated => false;
    public ChannelStatus Status => new(Name, "Carrier", true, 0, FreeSlots, false);

    private static Guid Account => ReceiptScope.Of(Transport);

    public Guid ReceiptsOf(OutboundProfile profile) => Account;

    public int UnitsOf(AttemptOrder order) => 1;

    public void Start(AttemptOrder order, IAttemptSink sink)
    {
        Sent.Enqueue(order);
        sink.Acknowledged(order.StartedAt, [order.DeliveryId.ToString("N")]);
    }

    public Task ReceiptAsync(Guid delivery, Instant at) =>
        inbound!.ReceiptAsync(new KeptReceipt(Account, delivery.ToString("N"), DeliveryResult.Delivered, at, null), CancellationToken.None);

    public Task MessageAsync(string number, string text, Instant at) =>
        inbound!.MessageAsync(new InboundMessage(Name, number, "15550199", text, at), CancellationToken.None);

    public ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct)
    {
        if (!Busy)
            Answers.Enqueue(message);
        return ValueTask.FromResult(!Busy);
    }

    public Task StartAsync(IInbound inbound, CancellationToken ct)
    {
        this.inbound = inbound;
        SlotsAppeared?.Invoke();
        return Task.CompletedTask;
    }

    public Task HangUpAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
