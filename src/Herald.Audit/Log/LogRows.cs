using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Herald.Audit.Log;

/// <summary>Lines of the log with the requests they belong to, as the bytes the database holds: a text that is only hashed is never made a string.</summary>
internal abstract class LogRows : IDisposable
{
    /// <summary>The columns that a hash covers come first, in the table's order.</summary>
    protected const string Columns = """
        l.id, l.kind, l.at, l.delivery_id, l.task_id, l.engagement_id, l.channel, l.seq_no, l.loop, l.contact_index, l.phone, l.number,
        l.contact_key, l.subject_key, l.zone, l.result, l.reason, l.counts, l.hash, t.created_at, t.intake, t.ended_at, b.body
        """;

    protected const string Tables = """
        from attempt_log l
        left join task t on l.kind = 0 and t.id = l.task_id
        left join task_body b on l.kind = 0 and b.task_id = l.task_id
        """;

    protected const int Count = 23;

    /// <summary>Lines after <paramref name="after"/> up to <paramref name="last"/>, in order. The connection is in use until they are disposed.</summary>
    public static async Task<LogRows> ReadAsync(DbConnection connection, long after, long last, CancellationToken ct) => connection is SqliteConnection sqlite
        ? await SqliteLogRows.OpenAsync(sqlite, after, last, ct)
        : await PostgresLogRows.OpenAsync((NpgsqlConnection)connection, after, last, ct);

    public abstract bool Read();

    public abstract bool IsNull(int column);

    /// <summary>Numbers and flags; 0 for null.</summary>
    public abstract long Number(int column);

    /// <summary>Texts (UTF-8), hashes and bodies as stored; valid until the next <see cref="Read"/>. Empty for null.</summary>
    public abstract ReadOnlySpan<byte> Bytes(int column);

    /// <summary>16 big-endian bytes on both engines.</summary>
    public Guid Id(int column) => new(Bytes(column), bigEndian: true);

    public abstract void Dispose();
}
