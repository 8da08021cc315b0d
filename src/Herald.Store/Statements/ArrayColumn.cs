using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Herald.Store.Statements;

/// <summary>A value per row: one array on PostgreSQL (<c>unnest</c>), bound row by row on SQLite, where a prepared statement is run for each.</summary>
internal sealed class ArrayColumn<TRow, T>(string name, ColumnType<T> type, Func<TRow, T> get) : Column<TRow>(name)
{
    public override void Bind(sqlite3_stmt statement, int index, TRow row) => type.Bind(statement, index, get(row));

    public override NpgsqlParameter CreateParameter() =>
        new NpgsqlParameter<T[]> { ParameterName = Name, NpgsqlDbType = NpgsqlDbType.Array | type.Postgres };

    public override void Bind(NpgsqlParameter parameter, IReadOnlyList<TRow> rows)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = get(rows[i]);
        ((NpgsqlParameter<T[]>)parameter).TypedValue = values;
    }
}
