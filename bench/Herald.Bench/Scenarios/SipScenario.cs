using System.Diagnostics;
using System.Globalization;
using Herald.Bench.Sip;
using Herald.Sip;

namespace Herald.Bench.Scenarios;

/// <summary>The SIP user agent against SIPp on the same machine: calls started, delay added, media on time, memory.</summary>
internal static class SipScenario
{
    private const int GoalRate = 500;
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(1);

    /// <summary>INVITE transactions of ended calls are kept 32 s for repeated answers.</summary>
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(35);

    /// <param name="parts">Of starts, delay, media, memory; none = all.</param>
    public static async Task RunAsync(IReadOnlyCollection<string> parts)
    {
        if (!Sipp.IsInstalled)
        {
            Report.Note("sip: SIPp is not installed (apt: sip-tester)");
            return;
        }

        if (Wants("starts"))
            await StartsAsync();
        if (Wants("delay"))
            await DelayAsync();
        if (Wants("media"))
            await MediaAsync();
        if (Wants("memory"))
            await MemoryAsync();

        bool Wants(string part) => parts.Count == 0 || parts.Contains(part);
    }

    private static async Task StartsAsync()
    {
        using var network = await Sipp.AnswerSilentlyAsync();
        var baseline = await Sipp.CallAsync(network.Port, 2_000, 10_000, Held);
        await using (var warm = Endpoints.Towards(network.Port))
            await new CallLoad(warm).RunAsync(200, 1_000, Held);
        foreach (var rate in new[] { 600, 1_000, 1_500 })
        {
            await using var endpoint = Endpoints.Towards(network.Port);
            var load = new CallLoad(endpoint);
            var (before, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            var clock = Stopwatch.StartNew();
            var started = await load.RunAsync(rate, rate * 10, Held);
            var cores = (Environment.CpuUsage.TotalTime - before) / clock.Elapsed;
            Report.Rate(Text($"SIP calls started (answer, 1 s, BYE), offered {rate}/s"), started, GoalRate, baseline);
            Report.Note(Text($"  {load.Good} ended as they should, {load.Bad} did not, {cores:0.00} cores, {(GC.GetTotalAllocatedBytes() - allocated) / 1e3 / (rate * 10):0} KB allocated a call, p99 to the ring {At(load.ToRinging, 0.99):0.0} ms"));
        }
    }

    private static async Task DelayAsync()
    {
        using var network = await Sipp.AnswerSilentlyAsync();
        await using var endpoint = Endpoints.Towards(network.Port);
        await new CallLoad(endpoint).RunAsync(100, 500, Held);
        var load = new CallLoad(endpoint);
        await load.RunAsync(100, 2_000, Held);
        Report.Under("command to ring at 100 calls/s, p99, SIPp's share included", At(load.ToRinging, 0.99), 10, "ms");
        Report.Note(Text($"  p50 {At(load.ToRinging, 0.5):0.00} ms, p99.9 {At(load.ToRinging, 0.999):0.0} ms, {load.Bad} failed"));
    }

    private static async Task MediaAsync()
    {
        const int Calls = 500;
        var mediaPort = 16_000;
        using var network = await Sipp.EchoAsync(mediaPort);
        await using var endpoint = Endpoints.Towards(network.Port);
        var calls = new List<Call>();
        for (var i = 0; i < Calls; i++)
        {
            calls.Add(endpoint.Call(new CallRequest { To = "+15550100", From = "+15550199" }));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        var answered = (await Task.WhenAll(calls.Select(call => call.Answered))).Count(yes => yes);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        var (ticks, late, sent, heard) = Media(endpoint, calls);
        var (before, echo, allocated, clock) = (Environment.CpuUsage.TotalTime, network.Processor, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        await Task.Delay(TimeSpan.FromSeconds(20), TimeProvider.System);
        var (ticksAfter, lateAfter, sentAfter, heardAfter) = Media(endpoint, calls);
        var cores = (Environment.CpuUsage.TotalTime - before) / clock.Elapsed;
        Report.Under(Text($"{answered} calls with two-way RTP: packets later than 5 ms"), 100.0 * (lateAfter - late) / (ticksAfter - ticks), 1, "%");
        Report.Under(Text($"{answered} calls with two-way RTP: our processor, 0.01 cores"), cores * 100, 120, "");
        Report.Note(Text($"  {(sentAfter - sent) / clock.Elapsed.TotalSeconds:N0} packets/s sent, {(heardAfter - heard) / clock.Elapsed.TotalSeconds:N0}/s heard, SIPp {(network.Processor - echo) / clock.Elapsed:0.00} cores; we allocate {(GC.GetTotalAllocatedBytes() - allocated) / clock.Elapsed.TotalSeconds / 1e3:N0} KB/s"));
        if (PacketTimes.CanBeTaken && await PacketTimes.WithinAsync(5, mediaPort, TimeSpan.FromSeconds(5)) is { } punctual)
            Report.Note(Text($"  by the kernel's stamps {100 * punctual:0.00} % within 5 ms of each stream's grid (the capture runs on the same cores)"));
    }

    private static async Task MemoryAsync()
    {
        using var network = await Sipp.AnswerSilentlyAsync();
        await using var endpoint = Endpoints.Towards(network.Port);
        var (done, level) = (0, 0.0);
        // The tables of 32 s have their size after the second step; only what grows from there on is left behind.
        foreach (var upTo in new[] { 10_000, 50_000, 100_000 })
        {
            var bad = await CallAsync(endpoint, upTo - done);
            done = upTo;
            await Task.Delay(Lingering, TimeProvider.System);
            var before = level;
            level = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            Report.Note(Text($"after {done:N0} calls: {level:0.0} MB managed, {Environment.WorkingSet / 1e6:0} MB resident, {bad} failed"));
            if (done == 100_000)
                Report.Under("memory that the last 50,000 calls left behind", level - before, 1, "MB");
        }
    }

    private static async Task<int> CallAsync(SipEndpoint endpoint, int calls)
    {
        var load = new CallLoad(endpoint);
        await load.RunAsync(GoalRate, calls, TimeSpan.Zero);
        return load.Bad;
    }

    private static (long Ticks, long Late, long Sent, long Heard) Media(SipEndpoint endpoint, List<Call> calls)
    {
        var stats = endpoint.Stats;
        return (stats.MediaTicks, stats.LateMediaTicks, calls.Sum(call => call.Media.Sent), calls.Sum(call => call.Media.Received));
    }

    private static double At(IReadOnlyList<TimeSpan> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))].TotalMilliseconds;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
