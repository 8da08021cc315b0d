using Herald.Store.Statements;
using Npgsql;

namespace Herald.Store.Postgres;

/// <summary>Statements whose answers nobody waits for, sent in one round trip before the next one that somebody does.</summary>
internal sealed class PendingBatch(NpgsqlConnection connection)
{
    private readonly Dictionary<object, string[]> parts = [];
    private NpgsqlBatch? batch;

    public void Add<TRow>(Command<TRow> command, IReadOnlyList<TRow> rows)
    {
        batch ??= new NpgsqlBatch(connection) { Timeout = 120 };
        if (!parts.TryGetValue(command, out var texts))
            parts[command] = texts = Split(SqlTexts.Of(StoreEngine.Postgres, command.Name));
        foreach (var text in texts)
        {
            var part = new NpgsqlBatchCommand(text);
            foreach (var column in command.Columns.Where(column => Names(text, column.Name)))
            {
                var parameter = column.CreateParameter();
                column.Bind(parameter, rows);
                part.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(part);
        }
    }

    public void Add(string text)
    {
        batch ??= new NpgsqlBatch(connection) { Timeout = 120 };
        batch.BatchCommands.Add(new NpgsqlBatchCommand(text));
    }

    public void Send()
    {
        if (batch is null)
            return;
        using var sending = batch;
        batch = null;
        sending.ExecuteNonQuery();
    }

    /// <summary>Sends what waits and the commit behind it, in one round trip; an error before it keeps it from being run. False: nothing waits, nothing was sent.</summary>
    public bool SendAndCommit()
    {
        batch?.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        var waits = batch is not null;
        Send();
        return waits;
    }

    public void Forget()
    {
        batch?.Dispose();
        batch = null;
    }

    // Our own texts: comments stand on lines of their own, and no literal holds a semicolon.
    private static string[] Split(string text) =>
        [.. string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal))).Split(';').Where(part => !string.IsNullOrWhiteSpace(part))];

    private static bool Names(string text, string parameter)
    {
        for (var at = text.IndexOf(parameter, StringComparison.Ordinal); at >= 0; at = text.IndexOf(parameter, at + 1, StringComparison.Ordinal))
        {
            var end = at + parameter.Length;
            if (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                return true;
        }

        return false;
    }
}
