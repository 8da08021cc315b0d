using System.Data.Common;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;

namespace Herald.WebApi.Requests;

/// <summary>Opens a reader, runs the work under the statement limit, and turns its end into the fault that helps.</summary>
internal static class Reader
{
    public static async ValueTask<T> RunAsync<T>(Call call, TableDefinition table, Func<DbConnection, CancellationToken, ValueTask<T>> work)
    {
        await using var connection = await call.Host.Rows.OpenReaderAsync(call.Aborted);
        using var limit = new StatementLimit(call.Host, connection, call.Aborted);
        try
        {
            return await work(connection, limit.Token);
        }
        catch (DbException e) when (e.SqlState is ['2', '2', ..] or ['4', '2', ..] && call.Query.Has("$skiptoken"))
        {
            // PostgreSQL's "data exception" or "wrong type": a value of a forged token that the column does not take.
            throw PageToken.Malformed();
        }
        catch (Exception e) when (limit.Expired && e is DbException or OperationCanceledException && !call.Aborted.IsCancellationRequested)
        {
            throw new RefusedException(Faults.TooSlow((int)call.Host.Options.StatementLimit.TotalSeconds, table.Set, table.Columns.Where(c => c.Indexed).Select(c => c.Property)));
        }
    }
}
