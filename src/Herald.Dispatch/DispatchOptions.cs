using Herald.Store.Pruning;

namespace Herald.Dispatch;

/// <summary>How the engine of this process behaves. Bound from <c>Herald:Engine</c>; <see cref="StopTimeout"/> also from <c>Herald:StopTimeout</c>.</summary>
public sealed class DispatchOptions
{
    /// <summary>Most rows picked and started at once. Default 500; 1..500 (a start of 500 holds the writer 30–45 ms).</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>Most due rows planned in one step. Default 1,000; 1..1,000.</summary>
    public int StageSize { get; set; } = 1_000;

    /// <summary>Messages in flight per SMS engagement whose row names no cap (a call's default is Copilot's 500). Default 500; 1..100,000.</summary>
    public int DefaultConcurrency { get; set; } = 500;

    /// <summary>How long a graceful stop lets running attempts end before it hangs up. Default 30 s; 0..10 min.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>An acknowledged message without a receipt becomes Unknown after this. Default 24 h; 1 s..7 d.</summary>
    public TimeSpan ReceiptTimeout { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often each open engagement's next due moment is read again: other processes write rows too. Default 1 s; 50 ms..10 s.</summary>
    public TimeSpan Tick { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often in-flight rows are recounted from the store. Default 10 s; 1 s..10 min.</summary>
    public TimeSpan Recount { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often started rows of dead processes are looked for. Default 1 s; 50 ms..1 min.</summary>
    public TimeSpan Rescue { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Ended deliveries older than this are removed in batches; the attempt log stays 400 days. Default: kept for ever; at least 62 days, the longest clock of limits and presets.</summary>
    public TimeSpan? Retention { get; set; }

    /// <summary>Every fault of these options, in words.</summary>
    public IEnumerable<string> Faults()
    {
        if (BatchSize is < 1 or > 500) yield return "Herald:Engine:BatchSize must be 1..500.";
        if (StageSize is < 1 or > 1_000) yield return "Herald:Engine:StageSize must be 1..1000.";
        if (DefaultConcurrency is < 1 or > 100_000) yield return "Herald:Engine:DefaultConcurrency must be 1..100000.";
        if (Outside(StopTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10))) yield return "Herald:StopTimeout must be 00:00:00..00:10:00.";
        if (Outside(ReceiptTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7))) yield return "Herald:Engine:ReceiptTimeout must be 00:00:01..7.00:00:00.";
        if (Outside(Tick, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10))) yield return "Herald:Engine:Tick must be 00:00:00.05..00:00:10.";
        if (Outside(Recount, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10))) yield return "Herald:Engine:Recount must be 00:00:01..00:10:00.";
        if (Outside(Rescue, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1))) yield return "Herald:Engine:Rescue must be 00:00:00.05..00:01:00.";
        if (Retention is { } kept && kept < IPruneStore.ShortestTasks.ToTimeSpan()) yield return $"Herald:Engine:Retention must be at least {IPruneStore.ShortestTasks.ToTimeSpan():c}: limits and presets look that far back.";
    }

    private static bool Outside(TimeSpan value, TimeSpan least, TimeSpan most) => value < least || value > most;
}
