using System.Data.Common;

namespace Herald.WebApi.Sessions;

/// <summary>A command in use; disposed, it goes back to its session.</summary>
internal readonly struct Statement(Session session, DbCommand command) : IAsyncDisposable
{
    public Task<DbDataReader> ReadAsync(CancellationToken ct) => command.ExecuteReaderAsync(ct);

    public Task<object?> ScalarAsync(CancellationToken ct) => command.ExecuteScalarAsync(ct);

    public ValueTask DisposeAsync()
    {
        session.Keep(command);
        return ValueTask.CompletedTask;
    }
}
