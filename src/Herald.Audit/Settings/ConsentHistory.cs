using System.Data.Common;
using System.Globalization;
using NodaTime;

namespace Herald.Audit.Settings;

/// <summary>When which number was opted out of which channel.</summary>
internal sealed class ConsentHistory
{
    private const long OptedOut = 534120002;
    private const int TextMessage = 534120001;
    private const int Voice = 534120003;

    // A number may stand in several rows, one a purpose: any of them forbids.
    private readonly Dictionary<(string Number, long Type), List<(long At, Guid Row, bool Out)>> changes = [];
    private readonly Dictionary<Guid, (string Number, long Type, long? Version)> rows = [];

    public static async Task<ConsentHistory> ReadAsync(DbConnection connection, Findings findings, CancellationToken ct)
    {
        var history = new ConsentHistory();
        await using (var command = AuditDatabase.Command(connection, "select row_id, at, deleted, body from row_version where table_name = 'consent' order by seq"))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
                history.Add(AuditDatabase.Id(row, 0), row.GetInt64(1), row.GetBoolean(2) ? null : SettingRow.Of(row.GetString(3)));
        }

        await history.CompareAsync(connection, findings, ct);
        return history;
    }

    public bool IsOptedOut(string number, int channel, long at)
    {
        if (changes.Count == 0 || !changes.TryGetValue((Key(number), channel == Log.Line.Sms ? TextMessage : Voice), out var list))
            return false;
        HashSet<Guid>? decided = null;
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i].At > at || !(decided ??= []).Add(list[i].Row))
                continue;
            if (list[i].Out)
                return true;
        }

        return false;
    }

    private void Add(Guid id, long at, SettingRow? row)
    {
        if (rows.Remove(id, out var before))
            changes[(before.Number, before.Type)].Add((at, id, false));
        if (row?.Text("contactpointvalue") is not { } number || row.Number("contactpointtype") is not { } type)
            return;
        var key = (Key(number), type);
        if (!changes.TryGetValue(key, out var list))
            changes[key] = list = [];
        list.Add((at, id, row.IsActive && row.Number("value") == OptedOut));
        rows[id] = (key.Item1, type, row.Number("version"));
    }

    private async Task CompareAsync(DbConnection connection, Findings findings, CancellationToken ct)
    {
        var gone = rows.Keys.ToHashSet();
        var without = new List<SettingRow>();
        await using (var command = AuditDatabase.Command(connection, "select id, contactpointvalue, contactpointtype, value, state, version, modified_at from consent"))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                var row = SettingRow.Of(reader);
                var id = row.Id("id")!.Value;
                gone.Remove(id);
                if (!rows.TryGetValue(id, out var known))
                    without.Add(row);
                else if (known.Version != row.Number("version"))
                    findings.Add(Fault(id, row.Number("modified_at") ?? 0, "is not what its history says"));
            }
        }

        foreach (var row in without)
            Add(row.Id("id")!.Value, row.Number("modified_at") ?? 0, row);
        foreach (var id in gone)
            findings.Add(Fault(id, changes[(rows[id].Number, rows[id].Type)][^1].At, "is gone, and its history does not say so"));
    }

    private static Violation Fault(Guid id, long at, string what) =>
        new("history", Instant.FromUnixTimeMilliseconds(at), null, null, null, $"consent {id} {what}");

    private static string Key(string number) => number.ToLower(CultureInfo.InvariantCulture);
}
