using System.Data.Common;
using Herald.WebApi.Query;

namespace Herald.WebApi.Sessions;

/// <summary>A connection as a request uses it: a rented reader that keeps its prepared commands, or the writer inside its transaction.</summary>
internal sealed class Session(DbConnection connection, DbTransaction? transaction = null) : IAsyncDisposable
{
    /// <summary>More texts than honest clients have; then all are dropped.</summary>
    private const int MostKept = 100;

    private readonly Dictionary<string, DbCommand> kept = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>The statement, prepared before if this connection has run the same text; values are only ever parameters.</summary>
    public Statement Prepare(SqlText sql) => Prepare(sql.Text, sql.Values, sql.Dialect);

    public Statement Prepare(string text, IReadOnlyList<object> values, SqlDialect dialect)
    {
        // Taken out while it runs: a statement inside another of the same text gets a command of its own.
        if (!kept.Remove(text, out var command)) return new Statement(this, New(text, values, dialect));
        for (var n = 0; n < values.Count; n++) command.Parameters[n].Value = values[n];
        return new Statement(this, command);
    }

    public void Keep(DbCommand command)
    {
        if (transaction is not null || connection.State != System.Data.ConnectionState.Open)
        {
            command.Dispose();
            return;
        }
        if (kept.Count >= MostKept) Forget();
        if (!kept.TryAdd(command.CommandText, command)) command.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Forget();
        return connection.DisposeAsync();
    }

    private DbCommand New(string text, IReadOnlyList<object> values, SqlDialect dialect)
    {
        var command = SqlText.Command(connection, transaction, text, values, dialect);
        // PostgreSQL's driver prepares what comes again by itself.
        if (transaction is null && dialect == SqlDialect.Sqlite) command.Prepare();
        return command;
    }

    private void Forget()
    {
        foreach (var command in kept.Values) command.Dispose();
        kept.Clear();
    }
}
