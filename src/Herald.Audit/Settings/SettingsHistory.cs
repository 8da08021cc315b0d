using System.Data.Common;
using System.Globalization;
using Herald.Audit.Rules;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Herald.Audit.Settings;

/// <summary>All settings that decide whether an attempt may be made, at any time. A row without history counts as having always been what it is.</summary>
internal sealed class SettingsHistory
{
    public const string Engagements = "engagement";
    public const string Planners = "planner";
    public const string Statuses = "engagement_status";
    public const string GlobalLimits = "global_limits";
    public const string QuietTimes = "quiet_time";
    public const string Policies = "cancellation_policy";
    public const string PolicyLinks = "cancellation_policy_link";
    public const string Queues = "queue";
    public const string OperatingHours = "operating_hour";
    public const string CalendarRules = "calendar_rule";

    private static readonly string[] Tables =
        [Engagements, Planners, Statuses, GlobalLimits, QuietTimes, Policies, PolicyLinks, Queues, OperatingHours, CalendarRules];

    private readonly Dictionary<string, Dictionary<Guid, RowHistory>> tables = Tables.ToDictionary(name => name, _ => new Dictionary<Guid, RowHistory>());
    private readonly List<long> changes = [];

    public static async Task<SettingsHistory> ReadAsync(DbConnection connection, Findings findings, CancellationToken ct)
    {
        var history = new SettingsHistory();
        await using (var command = AuditDatabase.Command(connection, "select table_name, row_id, at, deleted, body from row_version where table_name <> 'consent' order by seq"))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
                history.Add(row.GetString(0), AuditDatabase.Id(row, 1), row.GetInt64(2), row.GetBoolean(3) ? null : SettingRow.Of(row.GetString(4)));
        }

        foreach (var table in Tables)
            await history.CompareAsync(connection, table, findings, ct);
        if (connection is SqliteConnection)
            await FindGapsAsync(connection, findings, ct);
        history.changes.Sort();
        return history;
    }

    /// <summary>How many changes there were until then: equal numbers, equal settings.</summary>
    public int VersionAt(long at)
    {
        var index = changes.BinarySearch(at);
        if (index < 0)
            return ~index;
        while (index < changes.Count && changes[index] == at)
            index++;
        return index;
    }

    /// <summary>What some version of some setting limits.</summary>
    public IReadOnlySet<Scope> CountedScopes() => tables[Planners].Values.Concat(tables[GlobalLimits].Values)
        .SelectMany(history => history.Versions).SelectMany(Limit.ScopesOf).Append(Scope.Subject).ToHashSet();

    /// <summary>Rows of a table at that moment, with a flag for those whose content is not known.</summary>
    public IEnumerable<(Guid Id, SettingRow? Row)> RowsAt(string table, long at)
    {
        foreach (var (id, versions) in tables[table])
        {
            if (!versions.TryAt(at, out var row))
                yield return (id, null);
            else if (row is not null)
                yield return (id, row);
        }
    }

    /// <summary>False: the row was there, what it said is not known. Null row: it was not there.</summary>
    public bool TryFind(string table, Guid id, long at, out SettingRow? row)
    {
        row = null;
        return !tables[table].TryGetValue(id, out var versions) || versions.TryAt(at, out row);
    }

    // SQLite numbers versions without gaps; PostgreSQL leaves one for every write that was rolled back.
    private static async Task FindGapsAsync(DbConnection connection, Findings findings, CancellationToken ct)
    {
        await using var command = AuditDatabase.Command(connection, "select coalesce((select seq from sqlite_sequence where name = 'row_version'), 0) - (select count(*) from row_version)");
        var missing = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        if (missing != 0)
            findings.Add(new Violation("history", default, null, null, null, string.Create(CultureInfo.InvariantCulture, $"{missing} versions of settings or consents are missing")));
    }

    private void Add(string table, Guid id, long at, SettingRow? row)
    {
        if (!tables.TryGetValue(table, out var rows))
            return;
        if (!rows.TryGetValue(id, out var versions))
            rows[id] = versions = new RowHistory();
        versions.Add(at, row);
        changes.Add(at);
    }

    // What stands in the table must be the last that was written down of it.
    private async Task CompareAsync(DbConnection connection, string table, Findings findings, CancellationToken ct)
    {
        var rows = tables[table];
        var seen = new HashSet<Guid>();
        await using var command = AuditDatabase.Command(connection, $"select * from \"{table}\"");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var row = SettingRow.Of(reader);
            var id = row.Id("id")!.Value;
            seen.Add(id);
            if (!rows.TryGetValue(id, out var versions))
                (rows[id] = new RowHistory()).Add(long.MinValue, row);
            else if (versions.Last is null || versions.Last.Number("version") != row.Number("version"))
                findings.Add(new Violation("history", Instant.FromUnixTimeMilliseconds(row.Number("modified_at") ?? 0), null, null, null, $"{table} {id} is not what its history says"));
        }

        foreach (var (id, versions) in rows)
        {
            if (versions.Last is not null && !seen.Contains(id))
                findings.Add(new Violation("history", Instant.FromUnixTimeMilliseconds(versions.Last.Number("modified_at") ?? 0), null, null, null, $"{table} {id} is gone, and its history does not say so"));
        }
    }
}
