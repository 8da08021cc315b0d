using Npgsql;
using SQLitePCL;

namespace Herald.Store.Statements;

/// <summary>One value for the whole statement: bound from the first row on PostgreSQL, from each row on SQLite.</summary>
internal sealed class ValueColumn<TRow, T>(string name, ColumnType<T> type, Func<TRow, T> get) : Column<TRow>(name)
{
    public override void Bind(sqlite3_stmt statement, int index, TRow row) => type.Bind(statement, index, get(row));

    public override NpgsqlParameter CreateParameter() => new NpgsqlParameter(Name, type.Postgres);

    public override void Bind(NpgsqlParameter parameter, IReadOnlyList<TRow> rows) => parameter.Value = get(rows[0]) is { } value ? value : DBNull.Value;
}
