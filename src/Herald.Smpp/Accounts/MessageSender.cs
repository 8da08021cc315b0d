using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Accounts;

/// <summary>Sends one message at a time to its outcome; as many at once as there are slots.</summary>
internal sealed class MessageSender(SmppAccountOptions options, BindSet binds, AccountCounters counters, TimeProvider time, CancellationToken ending)
{
    private readonly RateLimit rates = new(options, time);
    private int waitingParts;
    private int reference = Random.Shared.Next(ushort.MaxValue);

    public ThrottleGate Throttle { get; } = new(options.ThrottleMinimum, options.ThrottleMaximum, time);

    /// <summary>Segments that may leave now, for this sender or, without one, for the account.</summary>
    public int FreeSlots(string? sender) => Throttle.IsOpen ? Math.Max(0, Math.Min(FreeWindow, rates.Available(sender))) : 0;

    // Parts of messages already begun go before new messages, or these would take every slot from them until their time is over.
    private int FreeWindow => binds.FreeSlots - Volatile.Read(ref waitingParts);

    public async Task<SubmitOutcome> SendAsync(OutboundMessage message)
    {
        var now = time.GetUtcNow();
        if (message.ValidUntil <= now)
            return new SubmitOutcome.NotSent(NotSentReason.ValidityPast);
        var fault = MessageParts.TryPlan(message, options, (ushort)Interlocked.Increment(ref reference), now, out var parts, out var segments);
        if (fault != StatusCode.ESME_ROK)
            return new SubmitOutcome.Refused((uint)fault, StatusTable.NameOf(fault), []);
        if (!Throttle.IsOpen)
            return new SubmitOutcome.NotSent(NotSentReason.Throttled, Throttle.LastStatus);
        if (!rates.TryTake(message.From, segments, out var dueIn))
            return new SubmitOutcome.NotSent(NotSentReason.RateLimited);
        if ((Volatile.Read(ref waitingParts) > 0 && FreeWindow <= 0) || !binds.TrySubmit(parts[0], message.Reference, 1, out var answer))
        {
            rates.GiveBack(message.From, segments);
            return new SubmitOutcome.NotSent(binds.IsUp ? NotSentReason.WindowFull : NotSentReason.NoBind);
        }

        var started = time.GetTimestamp();
        var first = await FateOf(answer);
        if (first.Kind == PartFateKind.Accepted && parts.Length > 1)
            return PartFate.Sum(await SendRestAsync(message, parts, dueIn, first, started), options.Receipts);
        rates.GiveBack(message.From, segments - 1);
        return PartFate.Sum([first], options.Receipts);
    }

    /// <summary>Rounds of all parts that have not left yet; between rounds the throttle and the binds decide.</summary>
    private async Task<PartFate[]> SendRestAsync(OutboundMessage message, SubmitSm[] parts, TimeSpan[]? dueIn, PartFate first, long started)
    {
        var fates = new PartFate[parts.Length];
        fates[0] = first;
        List<int> open = [.. Enumerable.Range(1, parts.Length - 1)];
        var left = true;
        while (open.Count > 0 && left)
        {
            var sent = new List<(int Part, Task<Answer> Answer)>(open.Count);
            foreach (var part in open)
            {
                if (await SubmitWhenDueAsync(message, parts[part], part + 1, dueIn?[part] ?? TimeSpan.Zero, started) is { } answer)
                    sent.Add((part, answer));
                else
                    left = false;
            }
            foreach (var (part, answer) in sent)
                fates[part] = await FateOf(answer);
            open.RemoveAll(part => !fates[part].MayBeSentAgain);
        }
        return fates;
    }

    /// <returns>Null: the parts timeout or the account's stop came first.</returns>
    private async Task<Task<Answer>?> SubmitWhenDueAsync(OutboundMessage message, SubmitSm part, int number, TimeSpan dueIn, long started)
    {
        while (true)
        {
            var freed = binds.Freed.Next();
            var elapsed = time.GetElapsedTime(started);
            if (elapsed >= options.PartsTimeout || ending.IsCancellationRequested)
                return null;
            var wait = dueIn - elapsed > Throttle.OpensIn ? dueIn - elapsed : Throttle.OpensIn;
            if (wait <= TimeSpan.Zero && binds.TrySubmit(part, message.Reference, number, out var answer))
                return answer;
            var left = options.PartsTimeout - elapsed;
            if (wait > TimeSpan.Zero)
                await Pause(wait < left ? wait : left);
            else
                await WaitForSlot(freed, left);
        }
    }

    private async Task WaitForSlot(Task freed, TimeSpan left)
    {
        Interlocked.Increment(ref waitingParts);
        await freed.WaitAsync(left, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref waitingParts);
    }

    private Task Pause(TimeSpan wait) =>
        // Timers count whole milliseconds: a shorter wait would spin.
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, ending).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private async Task<PartFate> FateOf(Task<Answer> answer)
    {
        var sentAt = time.GetTimestamp();
        var fate = PartFate.Of(await answer);
        counters.Count(fate, time.GetElapsedTime(sentAt));
        if (fate.Kind == PartFateKind.Throttled)
            Throttle.Throttled((uint)fate.Status);
        else if (fate.Kind == PartFateKind.Accepted)
            Throttle.Accepted();
        return fate;
    }
}
