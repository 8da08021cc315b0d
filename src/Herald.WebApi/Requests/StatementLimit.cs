using System.Data.Common;

namespace Herald.WebApi.Requests;

/// <summary>Ends the statements of one read after the limit: a token for drivers that honour it, an interrupt for SQLite.</summary>
internal sealed class StatementLimit : IDisposable
{
    private readonly CancellationTokenSource limit;
    private readonly CancellationTokenSource either;
    private readonly CancellationTokenRegistration interrupt;

    public StatementLimit(WebApiHost host, DbConnection connection, CancellationToken aborted)
    {
        limit = new CancellationTokenSource(host.Options.StatementLimit, host.Options.Time);
        either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        interrupt = either.Token.Register(() => host.Rows.Interrupt(connection));
    }

    public CancellationToken Token => either.Token;

    public bool Expired => limit.IsCancellationRequested;

    public void Dispose()
    {
        interrupt.Dispose();
        either.Dispose();
        limit.Dispose();
    }
}
