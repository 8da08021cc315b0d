using System.Data.Common;
using Herald.Dispatch;
using Herald.Server.Identity;
using Herald.Store;
using Herald.WebApi;
using Microsoft.Data.Sqlite;

namespace Herald.Server.Hosting;

/// <summary>The Web API's way to the rows: the store's readers and its one writer.</summary>
internal sealed class StoreRows(IHeraldStore store, DispatchEngine engine, Callers callers) : IRowSource
{
    public SqlDialect Dialect => store.Engine == StoreEngine.Sqlite ? SqlDialect.Sqlite : SqlDialect.Postgres;

    public async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct)
    {
        try
        {
            return await store.Rows.OpenReaderAsync(ct);
        }
        catch (StoreUnavailableException away)
        {
            throw new BadHttpRequestException("The store is not available. Send the request again after the time in Retry-After.", StatusCodes.Status503ServiceUnavailable, away);
        }
    }

    public async ValueTask<T> WriteAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        var written = await WriteOrRefuseAsync(changesSettings, work, ct);
        // The write may have been to systemuser rows, and whoever wrote a setting expects the next request to know it.
        callers.Forget();
        if (changesSettings)
            await engine.Settings.RefreshAsync(ct);
        return written;
    }

    /// <summary>PostgreSQL's driver honours cancellation tokens; SQLite's does not.</summary>
    public void Interrupt(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
            SQLitePCL.raw.sqlite3_interrupt(handle);
    }

    /// <summary>The tables' room knows nothing of the store: it is told in HTTP's words.</summary>
    private async ValueTask<T> WriteOrRefuseAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        try
        {
            return await store.Rows.WriteAsync(changesSettings, work, ct);
        }
        catch (StoreBusyException busy)
        {
            throw new BadHttpRequestException("The server is busy: nothing was kept. Send the request again after the time in Retry-After.", StatusCodes.Status429TooManyRequests, busy);
        }
        catch (StoreUnavailableException away)
        {
            throw new BadHttpRequestException("The store is not available: nothing was kept. Send the request again after the time in Retry-After.", StatusCodes.Status503ServiceUnavailable, away);
        }
    }
}
