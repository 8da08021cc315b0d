using System.Diagnostics;

namespace Herald.Sip.Media;

/// <summary>
/// One thread that ticks every call each 20 ms. Calls are spread over ten phases 2 ms apart, so 500 calls never stand in
/// one queue. Deadlines are counted from a fixed start: lateness of one tick does not move the next. A real thread and the
/// real clock are right here: timers of the pool come 1–15 ms late under load, and audio cannot be faked forward.
/// </summary>
internal sealed class MediaClock : IDisposable
{
    private const int Phases = 10;
    private static readonly long SlotLength = Stopwatch.Frequency * Pcm.FrameMilliseconds / Phases / 1_000;

    private readonly IMediaTicked[][] phases = [.. Enumerable.Repeat(Array.Empty<IMediaTicked>(), Phases)];
    private readonly Lock gate = new();
    private readonly ManualResetEvent wake = new(false);
    private readonly Thread thread;
    private volatile bool stopping;
    private int calls;
    private long ticks;
    private long lateTicks;

    public MediaClock()
    {
        thread = new(Run) { IsBackground = true, Name = "herald-media" };
        thread.Start();
    }

    /// <summary>Ticks so far, and those that ended more than 5 ms after their deadline.</summary>
    public (long All, long Late) Ticks => (Interlocked.Read(ref ticks), Interlocked.Read(ref lateTicks));

    public void Add(IMediaTicked call)
    {
        lock (gate)
        {
            var least = Array.IndexOf(phases, phases.MinBy(phase => phase.Length)!);
            phases[least] = [.. phases[least], call];
            calls++;
            wake.Set();
        }
    }

    public void Remove(IMediaTicked call)
    {
        lock (gate)
        {
            var phase = Array.FindIndex(phases, members => Array.IndexOf(members, call) >= 0);
            if (phase < 0)
                return;
            phases[phase] = [.. phases[phase].Where(member => !ReferenceEquals(member, call))];
            if (--calls == 0 && !stopping)
                wake.Reset();
        }
    }

    public void Dispose()
    {
        stopping = true;
        wake.Set();
        thread.Join();
        wake.Dispose();
    }

    private void Run()
    {
        ThreadUrgency.Raise();
        using var pause = new ManualResetEvent(false); // never set: its timed wait is the sleep
        var slot = 0L;
        var start = Stopwatch.GetTimestamp();
        while (!stopping)
        {
            if (!wake.WaitOne(0))
            {
                wake.WaitOne();
                (slot, start) = (0, Stopwatch.GetTimestamp());
            }
            var deadline = start + slot * SlotLength;
            var early = deadline - Stopwatch.GetTimestamp();
            if (early > 0)
                pause.WaitOne((int)((early * 1_000 + Stopwatch.Frequency - 1) / Stopwatch.Frequency));
            else if (-early > Stopwatch.Frequency / 5)
            {
                (slot, start) = (0, Stopwatch.GetTimestamp()); // the machine slept 200 ms: do not burst it all out
                deadline = start;
            }
            Serve(phases[(int)(slot % Phases)], deadline);
            slot++;
        }
    }

    private void Serve(IMediaTicked[] members, long deadline)
    {
        foreach (var member in members)
        {
            member.Tick();
            if (Stopwatch.GetTimestamp() - deadline > Stopwatch.Frequency / 200)
                Interlocked.Increment(ref lateTicks);
        }
        Interlocked.Add(ref ticks, members.Length);
    }
}
