using System.Data.Common;
using Herald.Audit.Judging;
using Herald.Audit.Log;
using Herald.Audit.Settings;
using NodaTime;

namespace Herald.Audit;

/// <summary>
/// Reads the raw attempt log and the history of settings and consents, and judges every attempt again by rules of its own.
/// May run beside a live server: it reads in short pages what was there when it began.
/// </summary>
public static class Auditor
{
    private const int MostMissing = 1_000;

    // Starts that the log should have, and has not: also those of a chain that is gone with all that told of it. What was pruned is not asked.
    private const string Missing = """
        select d.id, d.task_id, d.log_id, d.started_at from delivery d left join log_chain c on c.chain = d.log_id / 1099511627776
        where d.log_id is not null and (c.chain is null or d.log_id > c.chain * 1099511627776 + c.pruned_number)
            and not exists (select 1 from attempt_log l where l.id = d.log_id) limit @most
        """;

    /// <exception cref="DbException">The store cannot be read.</exception>
    /// <exception cref="ArgumentException">Not exactly one store is named.</exception>
    public static async Task<AuditReport> RunAsync(AuditOptions options, CancellationToken ct)
    {
        var database = new AuditDatabase(options);
        var findings = new Findings(options.MostViolations);
        await using var connection = await database.OpenAsync(ct);
        // The end of the log first: the settings read after it hold everything that its starts could know.
        var heads = await ChainHead.ReadAllAsync(connection, findings, ct);
        var settings = await SettingsHistory.ReadAsync(connection, findings, ct);
        var consents = await ConsentHistory.ReadAsync(connection, findings, ct);
        // On the other core: it reads every delivery.
        var missing = Task.Run(() => FindMissingAsync(database, ct), ct);
        var judge = new Judge(settings, consents, findings, (long)options.Grace.TotalMilliseconds);
        await foreach (var line in MergedLog.ReadAsync(database, heads, options.PageLines, ct))
            judge.Take(line);
        foreach (var line in judge.GivenBackUnsaid)
            await CheckGivenBackAsync(connection, line, findings, ct);
        foreach (var violation in await missing)
            findings.Add(violation);
        return findings.Report(judge.Lines, judge.Attempts);
    }

    // The line that says so may have been written since the audit began.
    private static async Task CheckGivenBackAsync(DbConnection connection, Line line, Findings findings, CancellationToken ct)
    {
        var end = ((line.Id >> Line.NumberBits) + 1) << Line.NumberBits;
        await using var command = AuditDatabase.Command(connection, "select count(*) from attempt_log where id > @after and id < @end and kind = 4 and task_id = (select task_id from attempt_log where id = @after)", ("after", line.Id), ("end", end));
        if (Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture) == 0)
            findings.Add("counts", line, "the start counts for no limit, and no line says that nothing had left");
    }

    // The end of a chain can be cut off without a trace in its hashes: the deliveries remember.
    private static async Task<List<Violation>> FindMissingAsync(AuditDatabase database, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var found = new List<Violation>();
        await using var command = AuditDatabase.Command(connection, Missing, ("most", (long)MostMissing));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(new Violation(
                "missing", Instant.FromUnixTimeMilliseconds(row.IsDBNull(3) ? 0 : row.GetInt64(3)), AuditDatabase.Id(row, 1), AuditDatabase.Id(row, 0), row.GetInt64(2), "the log has no line of this start"));
        return found;
    }
}
