using NodaTime;

namespace Herald.Audit;

/// <summary>Which store to audit, and how closely. Exactly one of <see cref="DatabaseFile"/> and <see cref="ConnectionString"/> is set.</summary>
public sealed record AuditOptions
{
    /// <summary>SQLite: the file, opened for reading alone; a live one or a copy. Default: null.</summary>
    public string? DatabaseFile { get; init; }

    /// <summary>PostgreSQL, as Npgsql reads it. Default: null.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// A start is a violation only when the settings of that long before it, at it and of that long after it all forbid it:
    /// clocks of several processes differ, and a pass takes its time before it reads the settings. Default: 5 s. Range: 0–60 s.
    /// </summary>
    public Duration Grace { get; init; } = Duration.FromSeconds(5);

    /// <summary>Violations kept in the report; all are counted. Default: 1,000. Range: 0–1,000,000.</summary>
    public int MostViolations { get; init; } = 1_000;

    /// <summary>Log lines of one read: short reads, or the write-ahead log of a live server could not be reset. Default: 5,000. Range: 1–100,000.</summary>
    public int PageLines { get; init; } = 5_000;
}
