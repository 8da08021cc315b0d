using Npgsql;
using SQLitePCL;

namespace Herald.Store.Statements;

/// <summary>A named parameter of a statement and where its value comes from in a row.</summary>
internal abstract class Column<TRow>(string name)
{
    /// <summary>As in the SQL text, with its <c>@</c>.</summary>
    public string Name { get; } = "@" + name;

    public abstract void Bind(sqlite3_stmt statement, int index, TRow row);

    public abstract NpgsqlParameter CreateParameter();

    public abstract void Bind(NpgsqlParameter parameter, IReadOnlyList<TRow> rows);
}
