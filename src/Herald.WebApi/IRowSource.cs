using System.Data.Common;

namespace Herald.WebApi;

/// <summary>The one way to the rows; the host plugs its store in here.</summary>
public interface IRowSource
{
    SqlDialect Dialect { get; }

    /// <summary>An open reader connection, which this room keeps open for many reads and disposes when the host has stopped. Statement limits are set here.</summary>
    ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct);

    /// <summary>
    /// Runs <paramref name="work"/> inside the one writer's transaction: commits when it returns, rolls back when it throws;
    /// durable when the task completes. <paramref name="changesSettings"/> is true when a table that the engine reads was
    /// touched; the implementation then raises its settings version in the same transaction.
    /// </summary>
    ValueTask<T> WriteAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct);

    /// <summary>
    /// Stops the statement that runs on <paramref name="connection"/>, from another thread. The SQLite driver ignores
    /// cancellation tokens, so its implementation calls <c>sqlite3_interrupt</c>; PostgreSQL needs nothing here.
    /// </summary>
    void Interrupt(DbConnection connection)
    {
    }
}
