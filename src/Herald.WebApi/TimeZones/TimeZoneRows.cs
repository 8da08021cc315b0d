using Herald.WebApi.Query;

namespace Herald.WebApi.TimeZones;

/// <summary>Fills <c>timezone_definition</c> from the product's list, which is embedded: code, label, Windows id, IANA id.</summary>
public static class TimeZoneRows
{
    /// <summary>Inserts what is missing; rows that are there stay. Call it at start, after the migrations.</summary>
    /// <returns>The number of rows added.</returns>
    public static ValueTask<int> LoadAsync(IRowSource rows, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(time);
        var now = Stored.Milliseconds(time.GetUtcNow());
        return rows.WriteAsync(false, async (connection, transaction, token) =>
        {
            var added = 0;
            foreach (var zone in Read())
            {
                var sql = new SqlText(rows.Dialect);
                sql.Append("insert into \"timezone_definition\" (\"id\", \"timezonecode\", \"userinterfacename\", \"standardname\", \"iana\", \"created_at\", \"modified_at\") values (")
                    .Append(sql.Value(Id(zone.Code))).Append($", {sql.Value(zone.Code)}, {sql.Value(zone.Label)}, {sql.Value(zone.Windows)}, {sql.Value(zone.Iana)}, {sql.Value(now)}, {sql.Value(now)}")
                    .Append(") on conflict do nothing");
                await using var command = sql.Command(connection, transaction);
                added += await command.ExecuteNonQueryAsync(token);
            }
            return added;
        }, ct);
    }

    /// <summary>The row of a code has the same id in every installation.</summary>
    private static Guid Id(long code) => new((int)code, 0x7a6f, 0x6e65, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    internal static IReadOnlyList<(long Code, string Label, string? Windows, string? Iana)> Read()
    {
        using var stream = typeof(TimeZoneRows).Assembly.GetManifestResourceStream("timezones.csv")!;
        using var reader = new StreamReader(stream);
        var zones = new List<(long, string, string?, string?)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || !char.IsAsciiDigit(line[0])) continue;
            var fields = Fields(line);
            zones.Add((long.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture), fields[2], Filled(fields, 1), Filled(fields, 3)));
        }
        return zones;
    }

    private static string? Filled(List<string> fields, int n) => n < fields.Count && fields[n].Length > 0 ? fields[n] : null;

    /// <summary>Commas part fields outside quotes (RFC 4180 section 2).</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var (field, quoted) = (new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return fields;
    }
}
