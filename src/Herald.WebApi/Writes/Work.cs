using System.Data.Common;
using Herald.WebApi.Requests;

namespace Herald.WebApi.Writes;

/// <summary>The writer's transaction as one request uses it, and what a write needs to know: who, and when.</summary>
internal sealed record Work(Call Call, DbConnection Connection, DbTransaction Transaction, DateTimeOffset Now, CancellationToken Token)
{
    public SqlDialect Dialect => Call.Host.Dialect;

    /// <summary>Inside a change set the transaction of the set, else one of its own.</summary>
    public static ValueTask<T> RunAsync<T>(Call call, bool changesSettings, Func<Work, ValueTask<T>> write)
    {
        var now = call.Host.Options.Time.GetUtcNow();
        if (call.Http.Features.Get<ChangeSetScope>() is { } scope) return write(new Work(call, scope.Connection, scope.Transaction, now, call.Aborted));
        return call.Host.Rows.WriteAsync(changesSettings, (connection, transaction, ct) => write(new Work(call, connection, transaction, now, ct)), call.Aborted);
    }
}
