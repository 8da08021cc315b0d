using System.Collections.Concurrent;

namespace Herald.WebApi.Sessions;

/// <summary>
/// Reader connections that stay open: opening one costs SQLite a reading of the whole schema, twenty times what reading a row
/// costs. The last returned goes out first: its page cache is warm.
/// </summary>
internal sealed class ReaderPool(IRowSource rows, int most) : IDisposable
{
    private readonly ConcurrentStack<Session> idle = new();
    private readonly SemaphoreSlim free = new(most);
    private volatile bool closed;

    /// <summary>Waits while <c>most</c> are in use.</summary>
    public async ValueTask<Session> RentAsync(CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            return idle.TryPop(out var known) ? known : new Session(await rows.OpenReaderAsync(ct));
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public async ValueTask ReturnAsync(Session session)
    {
        if (closed) await session.DisposeAsync();
        else if (session.Connection.State == System.Data.ConnectionState.Open) idle.Push(session);
        else await DropAsync(session);
        free.Release();
    }

    /// <summary>The host has stopped; what is still in use is closed when it comes back.</summary>
    public void Dispose()
    {
        closed = true;
        while (idle.TryPop(out var session)) session.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>A server that dropped one connection has most likely dropped all: none of the others is tried.</summary>
    private async ValueTask DropAsync(Session broken)
    {
        await broken.DisposeAsync();
        while (idle.TryPop(out var other)) await other.DisposeAsync();
    }
}
