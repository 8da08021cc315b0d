using System.Collections.Concurrent;
using Herald.Smpp.Accounts;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Channels.Sms;

/// <summary>Free slots where each sender has a rate of its own: as many as the freest of the senders in use has. Without this a slow sender would be offered the whole window, and each start beyond its rate would be taken back.</summary>
internal sealed class SenderSlots(SmppAccountOptions options, TimeProvider time)
{
    private const int MostSenders = 100;
    private static readonly Duration Recent = Duration.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Instant> senders = new();

    public void Used(string sender)
    {
        if (options.SenderSegmentsPerSecond > 0 && (senders.Count < MostSenders || senders.ContainsKey(sender)))
            senders[sender] = time.GetCurrentInstant();
    }

    public int Free(SmppAccount account)
    {
        if (senders.IsEmpty)
            return account.FreeSlots();
        var since = time.GetCurrentInstant() - Recent;
        var free = -1;
        foreach (var (sender, at) in senders)
        {
            if (at >= since)
                free = Math.Max(free, account.FreeSlots(sender));
            else
                senders.TryRemove(sender, out _);
        }

        return free < 0 ? account.FreeSlots() : free;
    }
}
