using Herald.Core.Eligibility.Regulations;
using NodaTime;

namespace Herald.Store.Pruning;

/// <summary>Removal of what is over, in small steps. Each answers how many rows it took; 0 = done.</summary>
public interface IPruneStore
{
    /// <summary>The log is never shortened below this age: limits, preset counts and disputes look that far back.</summary>
    public static readonly Duration ShortestLog = Duration.FromDays(400);

    /// <summary>Ended deliveries are never removed younger than this: limits (30 days) and what presets pause after are read from them.</summary>
    public static readonly Duration ShortestTasks = Duration.Max(Duration.FromDays(31), PresetCatalogue.LongestClock);

    /// <summary>Tasks that ended before <paramref name="before"/>, but none younger than <see cref="ShortestTasks"/>, with their deliveries and attributes. Open ones stay, however old.</summary>
    /// <param name="max">Tasks, 1–1,000.</param>
    Task<int> PruneTasksAsync(Instant before, Instant now, int max, CancellationToken ct);

    /// <summary>Log lines before that moment, but none younger than <see cref="ShortestLog"/>; the last hash of each chain stays.</summary>
    Task<int> PruneLogAsync(Instant before, Instant now, int max, CancellationToken ct);

    /// <summary>Repeat keys older than 24 h; message ids and unmatched receipts older than 8 days.</summary>
    Task<int> PruneKeysAsync(Instant now, int max, CancellationToken ct);
}
