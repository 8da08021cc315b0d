using System.Data;
using System.Data.Common;
using Herald.Store.Engines;
using Herald.Store.Statements;
using Npgsql;

namespace Herald.Store.Postgres;

/// <summary>A PostgreSQL connection; the writer's keeps its commands prepared, readers rely on auto-prepare of the pool.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, bool keepsCommands) : IWriterSession
{
    private static readonly Command<WriterMark> MarkBatch = new Command<WriterMark>("mark_batch")
        .OneNumber("chain", mark => mark.Chain)
        .OneNumber("batch", mark => mark.Batch);

    private readonly Dictionary<object, NpgsqlCommand> prepared = [];
    private readonly PendingBatch pending = new(connection);
    private NpgsqlTransaction? transaction;

    public DbConnection Connection => connection;

    public bool IsUsable => connection.State == ConnectionState.Open;

    // READ COMMITTED in so many words: a start counts after it has its locks, in a snapshot of its own.
    public void Begin() => transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);

    public DbTransaction BeginForOthers()
    {
        Begin();
        return transaction!;
    }

    public void Mark(WriterMark mark) => Later(MarkBatch, [mark]);

    // Planning three inserts anew costs a third of a small batch.
    public void KeepPlans() => pending.Add("set local plan_cache_mode = force_generic_plan");

    public void Commit()
    {
        if (!pending.SendAndCommit())
            transaction!.Commit();
        transaction!.Dispose();
        transaction = null;
    }

    public void Rollback()
    {
        pending.Forget();
        try
        {
            transaction?.Dispose();
        }
        catch (Exception fault) when (fault is NpgsqlException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The connection is gone, and its transaction with it.
        }

        transaction = null;
    }

    public int Run<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows)
    {
        if (rows.Count == 0)
            return 0;
        pending.Send();
        var sql = Bind(command, rows);
        try
        {
            return Math.Max(0, sql.ExecuteNonQuery());
        }
        finally
        {
            Release(sql);
        }
    }

    public void Later<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows)
    {
        if (rows.Count > 0)
            pending.Add(command, rows);
    }

    public List<T> Query<TRow, T>(Command<TRow> command, IReadOnlyList<TRow> rows, Func<ISqlRow, T> read)
    {
        var found = new List<T>();
        if (rows.Count == 0)
            return found;
        pending.Send();
        var sql = Bind(command, rows);
        try
        {
            using var reader = sql.ExecuteReader();
            var row = new PostgresRow(reader);
            do
            {
                while (reader.Read())
                    found.Add(read(row));
            }
            while (reader.NextResult());
            return found;
        }
        finally
        {
            Release(sql);
        }
    }

    public async ValueTask<List<T>> QueryAsync<TRow, T>(Command<TRow> command, IReadOnlyList<TRow> rows, Func<ISqlRow, T> read, CancellationToken ct)
    {
        var found = new List<T>();
        if (rows.Count == 0)
            return found;
        var sql = Bind(command, rows);
        try
        {
            await using var reader = await sql.ExecuteReaderAsync(ct);
            var row = new PostgresRow(reader);
            do
            {
                while (await reader.ReadAsync(ct))
                    found.Add(read(row));
            }
            while (await reader.NextResultAsync(ct));
            return found;
        }
        finally
        {
            Release(sql);
        }
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private NpgsqlCommand Bind<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows)
    {
        if (!prepared.TryGetValue(command, out var sql))
        {
            sql = new NpgsqlCommand(SqlTexts.Of(StoreEngine.Postgres, command.Name), connection);
            foreach (var column in command.Columns)
                sql.Parameters.Add(column.CreateParameter());
            if (keepsCommands)
            {
                sql.CommandTimeout = 120; // a batch of 20,000 beside a busy disk; readers keep their own limit
                sql.Prepare();
                prepared[command] = sql;
            }
        }

        for (var i = 0; i < command.Columns.Count; i++)
            command.Columns[i].Bind(sql.Parameters[i], rows);
        return sql;
    }

    private void Release(NpgsqlCommand sql)
    {
        if (!keepsCommands)
            sql.Dispose();
    }
}
