using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Inbound;

/// <summary>
/// Puts messages together from parts that come in any order, on any bind of the account. A part is answered when its message has
/// been handled, so that a crash loses nothing; only when that takes longer than <see cref="HoldAnswer"/> is it acknowledged
/// before. A message with parts missing after <see cref="PartTimeout"/>, or pushed out by <see cref="MaxGroups"/> younger ones,
/// is handled without them. A part of a message handled lately is the SMSC's repetition: acknowledged and dropped.
/// </summary>
internal sealed class Reassembly(TimeProvider time, Func<IReadOnlyList<Delivery?>, ValueTask<bool>> handle)
{
    public static readonly TimeSpan HoldAnswer = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan PartTimeout = TimeSpan.FromMinutes(5);
    public const int MaxGroups = 1_000;

    private readonly Dictionary<PartKey, PartGroup> groups = [];
    private readonly HandledGroups handled = new();

    public int Waiting
    {
        get
        {
            lock (groups)
                return groups.Count;
        }
    }

    /// <summary>Completes with the answer to the part.</summary>
    public Task<StatusCode> AddAsync(Delivery delivery, PartKey key, int number)
    {
        PartGroup? whole = null;
        PartGroup? pushedOut = null;
        Task<StatusCode> answer;
        var now = time.GetTimestamp();
        lock (groups)
        {
            if (!groups.TryGetValue(key, out var group))
            {
                if (handled.Contains(key, number, delivery))
                    return Task.FromResult(StatusCode.ESME_ROK);
                if (groups.Count >= MaxGroups)
                    groups.Remove((pushedOut = groups.Values.MinBy(old => old.Since)!).Key);
                groups.Add(key, group = new PartGroup(key, now));
            }
            answer = group.Add(delivery, number, now);
            if (group.IsWhole)
                groups.Remove((whole = group).Key);
        }
        if (pushedOut is not null)
            _ = HandleAsync(pushedOut);
        if (whole is not null)
            _ = HandleAsync(whole);
        return answer;
    }

    /// <summary>To be called every fraction of <see cref="HoldAnswer"/>.</summary>
    public void Sweep()
    {
        var now = time.GetTimestamp();
        List<PartGroup> old = [];
        lock (groups)
        {
            foreach (var group in groups.Values)
            {
                group.AcknowledgeHeldBefore(now - (long)(HoldAnswer.TotalSeconds * time.TimestampFrequency));
                if (time.GetElapsedTime(group.Since, now) >= PartTimeout)
                    old.Add(group);
            }
            old.ForEach(group => groups.Remove(group.Key));
            handled.Forget(now - (long)(PartTimeout.TotalSeconds * time.TimestampFrequency));
        }
        old.ForEach(group => _ = HandleAsync(group));
    }

    /// <summary>For a clean stop: what was acknowledged is handled as it is, the rest goes back to the SMSC.</summary>
    public async Task StopAsync()
    {
        List<PartGroup> all;
        lock (groups)
        {
            all = [.. groups.Values];
            groups.Clear();
        }
        foreach (var group in all)
        {
            group.Refuse();
            if (!group.IsEmpty)
                await handle(group.Parts);
        }
    }

    private async Task HandleAsync(PartGroup group)
    {
        if (await handle(group.Parts))
        {
            lock (groups)
                handled.Add(group, time.GetTimestamp());
            group.Acknowledge();
            return;
        }
        lock (groups)
        {
            group.Refuse();
            if (!group.IsEmpty)
                Keep(group);
        }
    }

    // The SMSC will send the refused parts again; what it no longer has waits here for them, and for its own timeout.
    private void Keep(PartGroup group)
    {
        if (!groups.TryGetValue(group.Key, out var kept))
            groups.Add(group.Key, kept = new PartGroup(group.Key, time.GetTimestamp()));
        for (var i = 0; i < group.Parts.Length; i++)
            kept.Parts[i] ??= group.Parts[i];
    }
}
