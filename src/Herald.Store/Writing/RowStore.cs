using System.Data.Common;
using Herald.Store.Engines;

namespace Herald.Store.Writing;

internal sealed class RowStore(IStoreEngine engine, Writer writer) : IRowStore
{
    public async ValueTask<DbConnection> OpenReaderAsync(CancellationToken ct)
    {
        try
        {
            return await engine.OpenConnectionAsync(ct);
        }
        catch (Exception fault) when (engine.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database cannot be read.", fault);
        }
    }

    public async ValueTask<T> WriteAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        var change = new RowWork<T>(changesSettings, work, ct);
        writer.Add(change);
        return await change.Durable;
    }
}
