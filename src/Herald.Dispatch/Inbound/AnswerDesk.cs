using Herald.Dispatch.Channels;
using Herald.Store;
using Herald.Store.Inbound;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Inbound;

/// <summary>Confirmations of opt-outs and opt-ins. They are owed by the store and claimed before they are sent: one that may have left is never sent again.</summary>
internal sealed partial class AnswerDesk(IHeraldStore store, ChannelRegistry channels, Guid owner, TimeProvider time, ILogger<AnswerDesk> log)
{
    private const int Step = 100;
    private static readonly Duration TryAgain = Duration.FromSeconds(2);

    /// <summary>Sends what is owed. Slow accounts hold up nobody: each answer goes by itself.</summary>
    public async Task SendOnceAsync(Instant now, CancellationToken ct)
    {
        var claimed = await store.Inbound.ClaimAnswersAsync(owner, now, Step, ct);
        foreach (var answer in claimed)
            _ = SendAsync(answer);
    }

    /// <summary>Answers that nobody could send in time, or that a process took with it when it died.</summary>
    public async Task DropOnceAsync(Instant now, CancellationToken ct)
    {
        if (await store.Inbound.DropAnswersAsync(now, ct) is var dropped and > 0)
            NotSent(dropped);
    }

    private async Task SendAsync(OwedAnswer answer)
    {
        try
        {
            if (channels.Find(answer.Transport) is { } channel && await channel.AnswerAsync(new AnswerMessage(answer.From, answer.To, answer.Text), CancellationToken.None))
                await store.Inbound.SettleAnswerAsync(answer.Id, CancellationToken.None);
            else
                await store.Inbound.ReleaseAnswerAsync(answer.Id, owner, time.GetCurrentInstant() + TryAgain, CancellationToken.None);
        }
        catch (Exception e)
        {
            // It stays claimed: whether it left is not known.
            Failed(answer.Transport, e);
        }
    }

    [LoggerMessage(1502, LogLevel.Warning, "{Count} confirmations were not sent in time, or it is not known whether they were")]
    private partial void NotSent(int count);

    [LoggerMessage(1503, LogLevel.Warning, "A confirmation by channel {Channel} failed; it is not sent again")]
    private partial void Failed(string channel, Exception e);
}
