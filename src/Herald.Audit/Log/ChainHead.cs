using System.Data.Common;
using System.Globalization;

namespace Herald.Audit.Log;

/// <summary>One process's chain: what was pruned of it, its last line when the audit began, and when its first remaining line was written.</summary>
internal sealed record ChainHead(long Chain, long PrunedId, byte[] PrunedHash, long LastId, long FirstAt)
{
    public static async Task<List<ChainHead>> ReadAllAsync(DbConnection connection, Findings findings, CancellationToken ct)
    {
        var rows = new List<(long Chain, long Number, byte[]? Hash)>();
        await using (var command = AuditDatabase.Command(connection, "select chain, pruned_number, pruned_hash from log_chain order by chain"))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
                rows.Add((reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<byte[]>(2)));
        }

        foreach (var unknown in await UnknownAsync(connection, [.. rows.Select(row => row.Chain)], ct))
        {
            findings.Add(new Violation("missing", default, null, null, unknown << Line.NumberBits, "the log has lines of a chain that is not known"));
            rows.Add((unknown, 0, null));
        }

        var heads = new List<ChainHead>();
        foreach (var (chain, number, hash) in rows)
        {
            var pruned = (chain << Line.NumberBits) + number;
            var end = (chain + 1) << Line.NumberBits;
            if (await OneAsync(connection, "select min(id) from attempt_log where id > @after and id < @end", chain << Line.NumberBits, pruned + 1, ct) is { } hidden)
                findings.Add(new Violation("hash", default, null, null, hidden, "lines are said to be pruned and are there"));
            if (await OneAsync(connection, "select max(id) from attempt_log where id > @after and id < @end", pruned, end, ct) is not { } last)
                continue;
            var first = await OneAsync(connection, "select at from attempt_log where id > @after and id < @end order by id limit 1", pruned, end, ct);
            heads.Add(new ChainHead(chain, pruned, hash ?? new byte[32], last, first ?? long.MaxValue));
        }

        return heads;
    }

    // Lines of chains that nobody opened: found by going from one chain's end to the next line.
    private static async Task<List<long>> UnknownAsync(DbConnection connection, HashSet<long> known, CancellationToken ct)
    {
        var unknown = new List<long>();
        for (var after = 0L; await OneAsync(connection, "select min(id) from attempt_log where id > @after and id < @end", after, long.MaxValue, ct) is { } first;)
        {
            var chain = first >> Line.NumberBits;
            if (!known.Contains(chain))
                unknown.Add(chain);
            after = ((chain + 1) << Line.NumberBits) - 1;
        }

        return unknown;
    }

    private static async Task<long?> OneAsync(DbConnection connection, string sql, long after, long end, CancellationToken ct)
    {
        await using var command = AuditDatabase.Command(connection, sql, ("after", after), ("end", end));
        return await command.ExecuteScalarAsync(ct) is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;
    }
}
