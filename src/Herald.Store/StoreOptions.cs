namespace Herald.Store;

/// <summary>Where the state lives. Exactly one of <see cref="DataDirectory"/> and <see cref="ConnectionString"/> is set.</summary>
public sealed record StoreOptions
{
    /// <summary>SQLite: the folder of <c>herald.db</c>, made when missing. One process at a time. Default: null.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>PostgreSQL 15 or newer, as Npgsql reads it. Several processes may share it. Default: null.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Connections of this process, the writer's included (PostgreSQL) or reader connections (SQLite). Default: 20. Range: 2–90.</summary>
    public int Connections { get; init; } = 20;

    /// <summary>Rows one transaction takes when no other lane waits. Default: 500. Range: 1–5,000.</summary>
    public int BatchRows { get; init; } = 500;

    /// <summary>Rows one transaction takes when another lane waits. Default: 200. Range: 1–5,000.</summary>
    public int SharedBatchRows { get; init; } = 200;

    /// <summary>Rows that may wait in a lane; then <see cref="StoreBusyException"/>. Default: 20,000. Range: 100–1,000,000.</summary>
    public int LaneRows { get; init; } = 20_000;

    /// <summary>SQLite: pages of the write-ahead log that make the writer checkpoint. Default: 8,000 (64 MB). Range: 1,000–100,000.</summary>
    public int CheckpointPages { get; init; } = 8_000;

    /// <summary>SQLite: the writer's page cache. Default: 12 MB. Range: 2–1,024.</summary>
    public int WriterCacheMegabytes { get; init; } = 12;

    /// <summary>PostgreSQL: how long the writer looks for a commit whose answer was lost before its callers hear that it is unknown. Default: 30 s. Range: 1 s–10 min.</summary>
    public TimeSpan CommitDoubt { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest read of the engine's own. Default: 5 s. Range: 1–60 s.</summary>
    public TimeSpan ReadLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Every mistake of these options; empty when there is none.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (DataDirectory is null == ConnectionString is null)
            faults.Add("Set either DataDirectory (SQLite) or ConnectionString (PostgreSQL).");
        Check(Connections is >= 2 and <= 90, "Connections must be 2–90.");
        Check(BatchRows is >= 1 and <= 5_000, "BatchRows must be 1–5,000.");
        Check(SharedBatchRows is >= 1 and <= 5_000, "SharedBatchRows must be 1–5,000.");
        Check(LaneRows is >= 100 and <= 1_000_000, "LaneRows must be 100–1,000,000.");
        Check(CheckpointPages is >= 1_000 and <= 100_000, "CheckpointPages must be 1,000–100,000.");
        Check(WriterCacheMegabytes is >= 2 and <= 1_024, "WriterCacheMegabytes must be 2–1,024.");
        Check(CommitDoubt >= TimeSpan.FromSeconds(1) && CommitDoubt <= TimeSpan.FromMinutes(10), "CommitDoubt must be 1 s–10 min.");
        Check(ReadLimit >= TimeSpan.FromSeconds(1) && ReadLimit <= TimeSpan.FromMinutes(1), "ReadLimit must be 1–60 s.");
        return faults;

        void Check(bool right, string fault)
        {
            if (!right)
                faults.Add(fault);
        }
    }
}
