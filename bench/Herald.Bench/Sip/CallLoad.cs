using System.Collections.Concurrent;
using System.Diagnostics;
using Herald.Sip;

namespace Herald.Bench.Sip;

/// <summary>Calls through an endpoint at a fixed rate, each answered, held and hung up by us.</summary>
internal sealed class CallLoad(SipEndpoint endpoint)
{
    private readonly ConcurrentBag<TimeSpan> toRinging = [];
    private int good;
    private int bad;

    /// <summary>Answered and ended by us as a call should.</summary>
    public int Good => good;

    public int Bad => bad;

    /// <summary>From the command to the ring that is told, the network's own time included; sorted.</summary>
    public IReadOnlyList<TimeSpan> ToRinging => [.. toRinging.Order()];

    /// <returns>Calls started a second.</returns>
    public async Task<double> RunAsync(int rate, int calls, TimeSpan held)
    {
        var clock = Stopwatch.StartNew();
        var running = new List<Task>(calls);
        while (running.Count < calls)
        {
            var due = Math.Min(calls, (int)(clock.Elapsed.TotalSeconds * rate) + 1);
            while (running.Count < due)
                running.Add(OneAsync(held));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        var started = calls / clock.Elapsed.TotalSeconds;
        await Task.WhenAll(running);
        return started;
    }

    private async Task OneAsync(TimeSpan held)
    {
        var asked = TimeProvider.System.GetUtcNow();
        var call = endpoint.Call(new CallRequest { To = "+15550100", From = "+15550199" });
        if (!await call.Answered)
        {
            Interlocked.Increment(ref bad);
            return;
        }

        if (call.Times.Ringing is { } ringing)
            toRinging.Add(ringing - asked);
        if (held > TimeSpan.Zero)
            await Task.Delay(held, TimeProvider.System);
        var end = await call.HangUpAsync();
        Interlocked.Increment(ref end is { Kind: CallEndKind.HungUp, HungUpBy: Party.Us } ? ref good : ref bad);
    }
}
