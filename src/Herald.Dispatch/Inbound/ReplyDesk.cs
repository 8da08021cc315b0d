using Herald.Core.Deliveries;
using Herald.Dispatch.Channels;
using Herald.Store;
using Herald.Store.Queue;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Dispatch.Inbound;

/// <summary>Messages from people: opt-outs and opt-ins become durable before the carrier is answered; exactly one confirmation, then silence.</summary>
internal sealed partial class ReplyDesk(IHeraldStore store, ChannelRegistry channels, ConsentChanges consent, ILogger<ReplyDesk> log) : IDisposable
{
    private const string Stopped = "You will get no more messages from this number. Reply START to get them again.";
    private const string Started = "You will get messages from this number again. Reply STOP to end them.";
    private const string Helped = "This is an automated service. Reply STOP to get no more messages.";

    // One at a time: two copies of a STOP must not be confirmed twice.
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task ReceiveAsync(InboundMessage message, CancellationToken ct)
    {
        var keyword = Keywords.Of(message.Text);
        if (keyword == Keyword.None)
            return;
        if (keyword == Keyword.Help)
        {
            await AnswerAsync(message, Helped, ct);
            return;
        }

        await one.WaitAsync(ct);
        try
        {
            var optedOut = (await store.Facts.OptedOutAsync(Channel.Sms, [message.From], ct)).Contains(message.From);
            if (keyword == Keyword.Stop && !optedOut)
                await SetAsync(message, true, Stopped, ct);
            else if (keyword is Keyword.Start or Keyword.Yes && optedOut)
                await SetAsync(message, false, Started, ct);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task SetAsync(InboundMessage message, bool optedOut, string confirmation, CancellationToken ct)
    {
        await store.Facts.SetConsentAsync(Channel.Sms, message.From, optedOut, ConsentSource.TextMessage, message.At, ct);
        await consent.ChangedAsync([message.From], ct);
        await AnswerAsync(message, confirmation, ct);
    }

    private async Task AnswerAsync(InboundMessage message, string text, CancellationToken ct)
    {
        if (channels.Find(message.Transport) is not { } channel || !await channel.AnswerAsync(new AnswerMessage(message.To, message.From, text), ct))
            AnswerNotSent(message.Transport);
    }

    [LoggerMessage(1501, LogLevel.Warning, "A confirmation could not be sent by channel {Channel}")]
    private partial void AnswerNotSent(string channel);
}
