using Herald.Core.Engagements;
using Herald.Core.Pacing;
using Herald.Dispatch.Channels;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Dispatch.Slots;

/// <summary>The slots and rate tokens of one outbound profile in this process. A row is started only with both in hand.</summary>
internal sealed class ProfileSlots : IDisposable
{
    /// <summary>Slots that come back one by one are gathered so long while many attempts run: a pass costs about the same for one row as for fifty.</summary>
    private static readonly Duration Gathering = Duration.FromMilliseconds(10);

    private const int EnoughForAPass = 50;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, SlotLine> lines = [];
    private readonly IChannel channel;
    private readonly TransportLoad load;
    private readonly TimeProvider time;
    private readonly ITimer refill;
    private readonly int most;
    private TokenBucket? bucket;
    private Turn turn;
    private int owed;
    private Instant gatherUntil = Instant.MinValue;

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
                : bucket is { } same && same.PerSecond == rate ? same
                : TokenBucket.Full(rate, now, Burst(rate));
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
            Owe(units - taken);
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
            List<Claim> claims = [.. lines.Values.Select(line => new Claim(line.EngagementId, line.Priority, line.Want(most))).Where(claim => claim.Wanted > 0)];
            if (claims.Count == 0)
                return;
            var now = time.GetCurrentInstant();
            var wanted = claims.Sum(claim => claim.Wanted);
            var there = Math.Min(channel.FreeSlots - load.Taken, wanted);
            if (there > 0 && now < gatherUntil && there < Math.Min(wanted, Math.Min(EnoughForAPass, lines.Values.Sum(line => line.Running) / 4)))
            {
                refill.Change((gatherUntil - now).ToTimeSpan() + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            var free = Tokens(there, now);
            if (free > 0)
            {
                gatherUntil = now + Gathering;
                (var shares, turn) = Sharing.Divide(free, claims, turn);
                foreach (var (engagement, share) in shares)
                {
                    Grant(lines[engagement], share);
                    if (lines[engagement].Signal is { } signal)
                        (signals ??= []).Add(signal);
                }
            }

            if (bucket is { } empty && free < wanted)
                refill.Change(Duration.Max(empty.NextAt(now) - now, Duration.Zero).ToTimeSpan() + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
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
        load.Reserve(count);
    }

    /// <summary>Of so many free slots, those a token is there for; takes the tokens.</summary>
    private int Tokens(int free, Instant now)
    {
        if (free <= 0 || bucket is not { } full)
            return free;
        // Segments beyond the first of a message were sent without a token: they are paid first.
        bucket = full.Take(owed, now, out var paid);
        owed -= paid;
        if (owed > 0)
            return 0;
        bucket = bucket.Value.Take(free, now, out var tokens);
        return tokens;
    }

    private void Owe(int units)
    {
        if (units < 0)
            bucket = bucket?.Return(-units);
        else if (bucket is not null)
            owed += units;
    }

    /// <summary>A tenth of a second's worth may be saved up: no second sees more than 1.1 of the rate.</summary>
    private static double Burst(double rate) => Math.Max(1, rate / 10);

    private void Release(SlotLine line)
    {
        load.Reserve(-line.Granted);
        Owe(-line.Granted);
        line.Granted = 0;
    }
}
