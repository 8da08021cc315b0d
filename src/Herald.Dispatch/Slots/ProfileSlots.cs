using Herald.Core.Engagements;
using Herald.Dispatch.Channels;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Slots;

/// <summary>The slots and rate tokens of one outbound profile in this process. A row is started only with both in hand.</summary>
internal sealed class ProfileSlots : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, SlotLine> lines = [];
    private readonly IChannel channel;
    private readonly TransportLoad load;
    private readonly TimeProvider time;
    private readonly ITimer refill;
    private readonly int most;
    private TokenBucket? bucket;
    private long turns;

    public ProfileSlots(IChannel channel, TransportLoad load, TimeProvider time, int most)
    {
        (this.channel, this.load, this.time, this.most) = (channel, load, time, most);
        refill = time.CreateTimer(_ => Distribute(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        channel.SlotsAppeared += Distribute;
    }

    public IChannel Channel => channel;

    /// <summary>The profile's rate, this process's part of it; null = none.</summary>
    public void SetRate(double? perSecond)
    {
        lock (gate)
        {
            var now = time.GetCurrentInstant();
            bucket = perSecond is not { } rate ? null
                : bucket is { } old ? old.Refilled(now).AtRate(rate)
                : TokenBucket.Full(rate, now);
        }
    }

    /// <summary>Says that the engagement has ready rows and takes what it may start now. 0: it is signalled when something is there.</summary>
    public int Take(Guid engagementId, EngagementPriority priority, int cap, Action signal)
    {
        SlotLine line;
        lock (gate)
        {
            line = LineOf(engagementId);
            (line.Priority, line.Cap, line.Hungry, line.Signal) = (priority, cap, true, null);
        }

        Distribute();
        lock (gate)
        {
            line.Signal = signal;
            var taken = line.Granted;
            line.Granted = 0;
            line.Held += taken;
            return taken;
        }
    }

    /// <summary>A pass is over: so many of the taken slots were handed over with so many rate units; the rest comes back.</summary>
    /// <param name="hungry">Ready rows are left.</param>
    public void Settle(Guid engagementId, int taken, int handedOver, int units, bool hungry)
    {
        lock (gate)
        {
            var line = LineOf(engagementId);
            line.Held -= taken;
            load.Reserve(-taken);
            line.Running += handedOver;
            line.Hungry = hungry;
            // A grant took one unit a slot; segments beyond that are owed, unused ones come back.
            bucket = bucket?.Less(units - taken);
            if (!hungry)
                Release(line);
        }

        Distribute();
    }

    /// <summary>Ends of attempts became durable.</summary>
    public void Ended(Guid engagementId, int count)
    {
        lock (gate)
            LineOf(engagementId).Running -= count;
        load.Settle(-count);
        Distribute();
    }

    /// <summary>The engagement wants nothing any more (no ready rows, suspended, its driver is gone).</summary>
    public void Withdraw(Guid engagementId)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(engagementId, out var line) || (!line.Hungry && line.Granted == 0))
                return;
            line.Hungry = false;
            Release(line);
        }

        Distribute();
    }

    /// <summary>Attempts of the engagement in this process whose end is not durable yet.</summary>
    public int RunningOf(Guid engagementId)
    {
        lock (gate)
            return lines.TryGetValue(engagementId, out var line) ? line.Running + line.Held : 0;
    }

    /// <summary>Gives free slots to hungry engagements and signals them.</summary>
    public void Distribute()
    {
        List<Action>? signals = null;
        lock (gate)
        {
            var hungry = lines.Values.Where(line => line.Want(most) > 0).OrderBy(line => line.Turn).ToList();
            if (hungry.Count == 0)
                return;
            var now = time.GetCurrentInstant();
            bucket = bucket?.Refilled(now);
            var free = Math.Min(channel.FreeSlots - load.Taken, bucket?.Whole ?? int.MaxValue);
            if (free > 0)
            {
                var shares = SlotSharing.Share(free, [.. hungry.Select(line => (line.Priority, line.Want(most)))]);
                for (var i = 0; i < shares.Length; i++)
                {
                    if (shares[i] == 0)
                        continue;
                    Grant(hungry[i], shares[i]);
                    if (hungry[i].Signal is { } signal)
                        (signals ??= []).Add(signal);
                }
            }

            if (bucket is { Whole: 0 } empty && hungry.Exists(line => line.Want(most) > 0))
                refill.Change((empty.NextUnitAt - now).ToTimeSpan() + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        }

        signals?.ForEach(signal => signal());
    }

    public void Dispose()
    {
        channel.SlotsAppeared -= Distribute;
        refill.Dispose();
    }

    private SlotLine LineOf(Guid engagementId)
    {
        if (!lines.TryGetValue(engagementId, out var line))
            lines[engagementId] = line = new SlotLine(engagementId);
        return line;
    }

    private void Grant(SlotLine line, int count)
    {
        line.Granted += count;
        line.Turn = ++turns;
        load.Reserve(count);
        bucket = bucket?.Less(count);
    }

    private void Release(SlotLine line)
    {
        load.Reserve(-line.Granted);
        bucket = bucket?.Less(-line.Granted);
        line.Granted = 0;
    }
}
