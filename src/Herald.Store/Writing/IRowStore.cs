using System.Data.Common;
using NodaTime;

namespace Herald.Store.Writing;

/// <summary>Rows of the settings and reporting tables, for the Web API: readers of their own, writes through the one writer.</summary>
public interface IRowStore
{
    /// <summary>Rows of the program's own, in one transaction; those that are there stay as they are.</summary>
    Task AddIfAbsentAsync(bool changesSettings, IReadOnlyList<NewRow> rows, Instant now, CancellationToken ct);

    /// <summary>A reader connection; the caller disposes it.</summary>
    ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct);

    /// <summary>Runs the work in the writer's transaction (lane "rest"); commits when it returns, rolls back when it throws. Durable when the task completes.</summary>
    /// <param name="changesSettings">Bumps the settings version in the same transaction.</param>
    ValueTask<T> WriteAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct);
}
