using System.Data.Common;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Herald.Store.Sqlite;

/// <summary>A SQLite connection whose statements are prepared once: the driver's commands cost a third of the writer's time in boxing and look-ups.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IWriterSession
{
    private readonly Dictionary<object, IDisposable> prepared = [];

    private SqliteTransaction? shared;

    public DbConnection Connection => connection;

    public bool IsUsable => true;

    private sqlite3 Database => connection.Handle ?? throw new ObjectDisposedException(nameof(SqliteSession));

    public void Begin() => Execute("begin immediate");

    public DbTransaction BeginForOthers() => shared = connection.BeginTransaction(deferred: false);

    // SQLite answers a commit in the same call: there is no doubt to resolve.
    public void Mark(WriterMark mark)
    {
    }

    // A prepared statement of SQLite is its plan.
    public void KeepPlans()
    {
    }

    public void Commit()
    {
        if (shared is null)
        {
            Execute("commit");
            return;
        }

        shared.Commit();
        shared.Dispose();
        shared = null;
    }

    public void Rollback()
    {
        shared?.Dispose();
        shared = null;
        // A full disk rolls back by itself (https://www.sqlite.org/lang_transaction.html, 3.1): then there is nothing to do.
        if (raw.sqlite3_get_autocommit(Database) == 0)
            raw.sqlite3_exec(Database, "rollback");
    }

    public int Run<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows) => rows.Count == 0 ? 0 : Prepare(command).Run(rows);

    public void Later<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows) => Run(command, rows);

    public List<T> Query<TRow, T>(Command<TRow> command, IReadOnlyList<TRow> rows, Func<ISqlRow, T> read) => rows.Count == 0 ? [] : Prepare(command).Query(rows, read);

    public ValueTask<List<T>> QueryAsync<TRow, T>(Command<TRow> command, IReadOnlyList<TRow> rows, Func<ISqlRow, T> read, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Query(command, rows, read));
    }

    public void Execute(string sql) => SqliteFault.Check(raw.sqlite3_exec(Database, sql), Database);

    public void Dispose()
    {
        foreach (var statement in prepared.Values)
            statement.Dispose();
        prepared.Clear();
        connection.Dispose();
    }

    private SqliteStatement<TRow> Prepare<TRow>(Command<TRow> command)
    {
        if (prepared.TryGetValue(command, out var known))
            return (SqliteStatement<TRow>)known;
        var statement = new SqliteStatement<TRow>(Database, command);
        prepared[command] = statement;
        return statement;
    }
}
