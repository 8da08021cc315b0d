using System.Data.Common;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Sessions;

namespace Herald.WebApi.Requests;

/// <summary>Opens a reader, runs the work under the statement limit, and turns its end into the fault that helps.</summary>
internal static class Reader
{
    public static async ValueTask<T> RunAsync<T>(Call call, TableDefinition table, Func<Session, CancellationToken, ValueTask<T>> work)
    {
        var session = await call.Host.Readers.RentAsync(call.Aborted);
        var limit = new StatementLimit(call.Host, session.Connection, call.Aborted);
        try
        {
            return await work(session, limit.Token);
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
        finally
        {
            // First: an interrupt must not meet the next who rents the connection.
            limit.Dispose();
            await call.Host.Readers.ReturnAsync(session);
        }
    }
}
