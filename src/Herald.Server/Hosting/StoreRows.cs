using System.Data.Common;
using Herald.Server.Identity;
using Herald.Store;
using Herald.WebApi;

namespace Herald.Server.Hosting;

/// <summary>The Web API's way to the rows: the store's readers and its one writer.</summary>
internal sealed class StoreRows(IHeraldStore store, Callers callers) : IRowSource
{
    public SqlDialect Dialect => store.Engine == StoreEngine.Sqlite ? SqlDialect.Sqlite : SqlDialect.Postgres;

    public ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct) => store.Rows.OpenReaderAsync(ct);

    public async ValueTask<T> WriteAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        var written = await store.Rows.WriteAsync(changesSettings, work, ct);
        // The write may have been to systemuser rows.
        callers.Forget();
        return written;
    }
}
