using Herald.Store.Statements;
using SQLitePCL;

namespace Herald.Store.Sqlite;

/// <summary>One statement text prepared on one connection; a text may hold several statements, run in order for each row.</summary>
internal sealed class SqliteStatement<TRow> : IDisposable
{
    private readonly sqlite3 database;
    private readonly Command<TRow> command;
    private readonly List<(sqlite3_stmt Statement, int[] Indexes)> parts = [];

    public SqliteStatement(sqlite3 database, Command<TRow> command)
    {
        this.database = database;
        this.command = command;
        var text = SqlTexts.Of(StoreEngine.Sqlite, command.Name);
        while (!string.IsNullOrWhiteSpace(text))
        {
            SqliteFault.Check(raw.sqlite3_prepare_v3(database, text, raw.SQLITE_PREPARE_PERSISTENT, out var statement, out var tail), database);
            if (statement.IsInvalid)
                break; // nothing but comments left
            parts.Add((statement, [.. command.Columns.Select(column => raw.sqlite3_bind_parameter_index(statement, column.Name))]));
            text = tail;
        }
    }

    public int Run(IReadOnlyList<TRow> rows)
    {
        var before = raw.sqlite3_total_changes(database);
        foreach (var row in rows)
        {
            foreach (var (statement, indexes) in parts)
                Step(statement, indexes, row);
        }

        return raw.sqlite3_total_changes(database) - before;
    }

    public List<T> Query<T>(IReadOnlyList<TRow> rows, Func<ISqlRow, T> read)
    {
        var found = new List<T>();
        foreach (var row in rows)
        {
            foreach (var (statement, indexes) in parts)
                Read(statement, indexes, row, read, found);
        }

        return found;
    }

    public void Dispose()
    {
        foreach (var (statement, _) in parts)
            statement.Dispose();
    }

    private void Step(sqlite3_stmt statement, int[] indexes, TRow row)
    {
        Bind(statement, indexes, row);
        try
        {
            int code;
            do
            {
                code = raw.sqlite3_step(statement);
            }
            while (code == raw.SQLITE_ROW);
            SqliteFault.Check(code, database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    private void Read<T>(sqlite3_stmt statement, int[] indexes, TRow row, Func<ISqlRow, T> read, List<T> found)
    {
        Bind(statement, indexes, row);
        try
        {
            var current = new SqliteRow(statement);
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                found.Add(read(current));
            SqliteFault.Check(code, database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    private void Bind(sqlite3_stmt statement, int[] indexes, TRow row)
    {
        for (var i = 0; i < indexes.Length; i++)
        {
            if (indexes[i] > 0)
                command.Columns[i].Bind(statement, indexes[i], row);
        }
    }
}
