using System.Data.Common;
using Herald.Store.Engines;
using NodaTime;

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

    public async Task AddIfAbsentAsync(bool changesSettings, IReadOnlyList<NewRow> rows, Instant now, CancellationToken ct) => await WriteAsync(
        changesSettings,
        async (connection, transaction, token) =>
        {
            foreach (var row in rows)
                await row.InsertIfAbsentAsync(connection, transaction, engine.Kind, now.ToUnixTimeMilliseconds(), token);
            return true;
        },
        ct);

    public async ValueTask<T> WriteAsync<T>(bool changesSettings, Func<DbConnection, DbTransaction, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        var change = new RowWork<T>(changesSettings, work, ct);
        writer.Add(change);
        return await change.Durable;
    }
}
