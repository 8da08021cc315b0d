using Herald.Core.Deliveries;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Dispatching;
using Herald.Store;
using Herald.Store.Queue;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Dispatch.Inbound;

/// <summary>Messages from people: opt-outs and opt-ins become durable before the carrier is answered; exactly one confirmation, then silence.</summary>
internal sealed partial class ReplyDesk(IHeraldStore store, ChannelRegistry channels, Drivers drivers, ReplyConversations conversations, TimeProvider time, ILogger<ReplyDesk> log) : IDisposable
{
    private const string Stopped = "You will get no more messages from this number. Reply START to get them again.";
    private const string Started = "You will get messages from this number again. Reply STOP to end them.";
    private const string Helped = "This is an automated service. Reply STOP to get no more messages.";

    // Within the five minutes in which a confirmation is presumed wanted (47 CFR 64.1200(a)(12)).
    private const int Tries = 120;
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    // One at a time: two copies of a STOP must not be confirmed twice.
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task ReceiveAsync(InboundMessage message, CancellationToken ct)
    {
        if (await DecideAsync(message, Keywords.Of(message.Text), ct) is { } answer)
            _ = AnswerAsync(message, answer);
    }

    public void Dispose() => one.Dispose();

    /// <summary>The text to answer with, once what the message means is durable.</summary>
    private async Task<string?> DecideAsync(InboundMessage message, Keyword keyword, CancellationToken ct)
    {
        if (keyword == Keyword.Help)
            return Helped;
        if (keyword == Keyword.None)
        {
            await conversations.OpenAsync(message, ct);
            return null;
        }

        await one.WaitAsync(ct);
        try
        {
            var optedOut = (await store.Facts.OptedOutAsync(Channel.Sms, [message.From], ct)).Contains(message.From);
            if (keyword == Keyword.Stop && !optedOut)
                await SetAsync(message, true, ct);
            else if (keyword is Keyword.Start or Keyword.Yes && optedOut)
                await SetAsync(message, false, ct);
            else
                return await RepliedAsync(message, keyword, ct);
            return optedOut ? Started : Stopped;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A YES of somebody who is not opted out is a reply like any other; STOP and START said again are nothing.</summary>
    private async Task<string?> RepliedAsync(InboundMessage message, Keyword keyword, CancellationToken ct)
    {
        if (keyword == Keyword.Yes)
            await conversations.OpenAsync(message, ct);
        return null;
    }

    private async Task SetAsync(InboundMessage message, bool optedOut, CancellationToken ct)
    {
        await store.Facts.SetConsentAsync(Channel.Sms, message.From, optedOut, ConsentSource.TextMessage, message.At, ct);
        drivers.LookAround();
    }

    /// <summary>Not awaited by the one who received: an account that is slow to take an answer must not hold up the next STOP.</summary>
    private async Task AnswerAsync(InboundMessage message, string text)
    {
        try
        {
            for (var left = Tries; left > 0; left--)
            {
                if (channels.Find(message.Transport) is { } channel && await channel.AnswerAsync(new AnswerMessage(message.To, message.From, text), CancellationToken.None))
                    return;
                await Task.Delay(TryAgain, time);
            }

            AnswerNotSent(message.Transport, null);
        }
        catch (Exception e)
        {
            AnswerNotSent(message.Transport, e);
        }
    }

    [LoggerMessage(1501, LogLevel.Warning, "A confirmation could not be sent by channel {Channel}")]
    private partial void AnswerNotSent(string channel, Exception? e);
}
