using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;

namespace Herald.WebApi.Writes;

/// <summary>All stored columns of one row, in API values (lookups as Guid).</summary>
internal sealed record StoredRow(TableDefinition Table, Guid Id, long Version, Dictionary<Column, object?> Values)
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async ValueTask<StoredRow?> FindAsync(Work work, TableDefinition table, RowKey key)
    {
        var columns = table.Columns.Where(c => c.IsStored).ToList();
        var sql = new SqlText(work.Dialect);
        sql.Append("select ").Append(string.Join(", ", columns.Select(c => c.At("r")))).Append($" from \"{table.Stored}\" r where ").Append(key.Where(sql, "r"));
        await using var command = sql.Command(work.Connection, work.Transaction);
        await using var reader = await command.ExecuteReaderAsync(work.Token);
        if (!await reader.ReadAsync(work.Token)) return null;
        var values = new Dictionary<Column, object?>();
        for (var n = 0; n < columns.Count; n++) values[columns[n]] = reader.IsDBNull(n) ? null : Read(reader, n, columns[n], work.Dialect);
        var version = columns.FindIndex(c => c.Name == "versionnumber");
        return new StoredRow(table, (Guid)values[table.KeyColumn]!, reader.GetInt64(version), values);
    }

    /// <summary>For rules: logical column name → value, all columns of the table present.</summary>
    public Dictionary<string, object?> Named => Table.Columns.ToDictionary(c => c.Name, c => Values.GetValueOrDefault(c), StringComparer.Ordinal);

    /// <summary>The row as JSON by its physical names: ids as text, instants as Unix milliseconds. What <c>row_version</c> keeps.</summary>
    public string Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            foreach (var (column, value) in Values) Write(json, column.Stored, value);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>An API value as the engine keeps it.</summary>
    public static object ToStored(object? value, SqlDialect dialect) => value switch
    {
        null => DBNull.Value,
        Guid id => Query.Stored.Id(id, dialect),
        bool flag => Query.Stored.Boolean(flag, dialect),
        DateTimeOffset at => at.ToUnixTimeMilliseconds(),
        DateOnly day => Literals.Date(day, null),
        int n => (long)n,
        _ => value,
    };

    private static object Read(DbDataReader reader, int n, Column column, SqlDialect dialect) => column.Kind switch
    {
        _ when column.IsId => Query.Stored.ReadId(reader, n, dialect),
        ColumnKind.Boolean => Query.Stored.ReadBoolean(reader, n, dialect),
        ColumnKind.Instant => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(n)),
        _ when column.IsNumber => reader.GetInt64(n),
        _ => reader.GetString(n),
    };

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case long number: json.WriteNumber(name, number); break;
            case int number: json.WriteNumber(name, number); break;
            case DateTimeOffset at: json.WriteNumber(name, at.ToUnixTimeMilliseconds()); break;
            case Guid id: json.WriteString(name, id); break;
            case DateOnly day: json.WriteString(name, Literals.Date(day, null)); break;
            default: json.WriteString(name, (string)value); break;
        }
    }
}
