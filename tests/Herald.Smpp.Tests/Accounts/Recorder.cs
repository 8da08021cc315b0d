using System.Threading.Channels;
using Herald.Smpp.Accounts;
using Herald.Smpp.Inbound;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Tests.Accounts;

/// <summary>A handler that keeps everything and can be told to fail.</summary>
internal sealed class Recorder : ISmppHandler
{
    private readonly Channel<DeliveryReceipt> receipts = Channel.CreateUnbounded<DeliveryReceipt>();
    private readonly Channel<InboundMessage> messages = Channel.CreateUnbounded<InboundMessage>();
    private readonly Channel<LateAnswer> lateAnswers = Channel.CreateUnbounded<LateAnswer>();
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<InboundPart> parts = Channel.CreateUnbounded<InboundPart>();
    private int failures;

    /// <summary>Parts are kept here instead of in the account's memory.</summary>
    public bool KeepsParts { get; set; }

    /// <summary>How often to fail before it works.</summary>
    public int Failures
    {
        set => failures = value;
    }

    public Func<Task>? Before { get; set; }

    public Task<DeliveryReceipt> ReceiptAsync() => Bounded(receipts.Reader);

    public Task<InboundMessage> MessageAsync() => Bounded(messages.Reader);

    public Task<InboundPart> PartAsync() => Bounded(parts.Reader);

    public Task<LateAnswer> LateAnswerAsync() => Bounded(lateAnswers.Reader);

    /// <summary>Waits until it holds, looking at each change of slots and 50 times a second.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!holds())
        {
            using var look = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
            look.CancelAfter(20);
            await ((Task)changes.Reader.ReadAsync(look.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            patience.IsCancellationRequested.ShouldBeFalse("it never came to hold");
        }
    }

    async ValueTask ISmppHandler.ReceiptAsync(DeliveryReceipt receipt, CancellationToken cancellation)
    {
        await FailOrWait();
        await receipts.Writer.WriteAsync(receipt, cancellation);
    }

    async ValueTask ISmppHandler.MessageAsync(InboundMessage message, CancellationToken cancellation)
    {
        await FailOrWait();
        await messages.Writer.WriteAsync(message, cancellation);
    }

    async ValueTask<bool> ISmppHandler.PartAsync(InboundPart part, CancellationToken cancellation)
    {
        if (!KeepsParts)
            return false;
        await FailOrWait();
        await parts.Writer.WriteAsync(part, cancellation);
        return true;
    }

    void ISmppHandler.LateAnswer(LateAnswer answer) => lateAnswers.Writer.TryWrite(answer);

    void ISmppHandler.SlotsChanged() => changes.Writer.TryWrite(true);

    private async Task FailOrWait()
    {
        if (Interlocked.Decrement(ref failures) >= 0)
            throw new InvalidOperationException("told to fail");
        if (Before is { } before)
            await before();
    }

    private static async Task<T> Bounded<T>(ChannelReader<T> reader) =>
        await reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
}
