using Herald.Store.Statements;

namespace Herald.Store.Engines;

/// <summary>Reads on connections of their own, beside the writer.</summary>
internal sealed class Readers(IStoreEngine engine)
{
    public async Task<T> ReadAsync<T>(Func<ISqlSession, Task<T>> read, CancellationToken ct)
    {
        ISqlSession? session = null;
        try
        {
            session = await engine.RentReaderAsync(ct);
            return await read(session);
        }
        catch (Exception fault) when (engine.IsUnavailable(fault))
        {
            throw new StoreUnavailableException("The database cannot be read.", fault);
        }
        finally
        {
            if (session is not null)
                engine.Return(session);
        }
    }

    /// <summary>One statement with one set of arguments.</summary>
    public Task<List<T>> QueryAsync<TRow, T>(Command<TRow> command, IReadOnlyList<TRow> rows, Func<ISqlRow, T> read, CancellationToken ct) =>
        ReadAsync(session => session.QueryAsync(command, rows, read, ct).AsTask(), ct);
}
