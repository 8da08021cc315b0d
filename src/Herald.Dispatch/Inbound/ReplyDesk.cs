using Herald.Core.Deliveries;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Dispatching;
using Herald.Store;
using Herald.Store.Inbound;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Inbound;

/// <summary>Messages from people: opt-outs, opt-ins and texts become durable before the carrier is answered. The store says whose STOP is confirmed: exactly one, then silence.</summary>
internal sealed partial class ReplyDesk(IHeraldStore store, ChannelRegistry channels, Drivers drivers, ReplyKeeper replies, AnswerDesk answers, TimeProvider time, ILogger<ReplyDesk> log)
{
    private const string Stopped = "You will get no more messages from this number. Reply START to get them again.";
    private const string Started = "You will get messages from this number again. Reply STOP to end them.";
    private const string Helped = "This is an automated service. Reply STOP to get no more messages.";

    // Within the five minutes in which a confirmation is presumed wanted (47 CFR 64.1200(a)(12)).
    private static readonly Duration Owed = Duration.FromMinutes(4);

    /// <summary>Who heard the message confirms it, after what it means has begun; others only when that process is gone.</summary>
    private static readonly Duration OursFirst = Duration.FromSeconds(5);

    public async Task ReceiveAsync(InboundMessage message, CancellationToken ct)
    {
        switch (Keywords.Of(message.Text))
        {
            case Keyword.Help:
                _ = HelpAsync(message);
                break;
            case Keyword.Stop:
                await SetAsync(message, true, ct);
                break;
            case Keyword.Start:
                await SetAsync(message, false, ct);
                break;
            case Keyword.Yes when await SetAsync(message, false, ct):
                break;
            default:
                // A YES of somebody who is not opted out is a reply like any other.
                await replies.KeepAsync(message, ct);
                break;
        }
    }

    /// <summary>False: the number stood so already, and nothing is confirmed.</summary>
    private async Task<bool> SetAsync(InboundMessage message, bool optedOut, CancellationToken ct)
    {
        var confirmation = new NewAnswer(message.Transport, message.To, message.From, optedOut ? Stopped : Started, message.At + OursFirst, message.At + Owed);
        var changed = await store.Inbound.SetConsentAsync(new ConsentReply(Channel.Sms, message.From, optedOut, message.At, confirmation), ct);
        if (!changed)
            return false;
        drivers.LookAround();
        await answers.SendOnceAsync(time.GetCurrentInstant() + OursFirst, ct);
        return true;
    }

    /// <summary>Not awaited by the one who received: an account that is slow to take an answer must not hold up the next STOP.</summary>
    private async Task HelpAsync(InboundMessage message)
    {
        try
        {
            if (channels.Find(message.Transport) is not { } channel || !await channel.AnswerAsync(new AnswerMessage(message.To, message.From, Helped), CancellationToken.None))
                HelpNotSent(message.Transport, null);
        }
        catch (Exception e)
        {
            HelpNotSent(message.Transport, e);
        }
    }

    [LoggerMessage(1501, LogLevel.Warning, "A HELP could not be answered by channel {Channel}")]
    private partial void HelpNotSent(string channel, Exception? e);
}
