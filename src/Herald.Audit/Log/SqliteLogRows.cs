using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Herald.Audit.Log;

/// <summary>Read from SQLite's own memory.</summary>
internal sealed class SqliteLogRows : LogRows
{
    private const string Sql = $"select {Columns} {Tables} where l.id > @after and l.id <= @last order by l.id";

    private readonly SqliteCommand command;
    private readonly SqliteDataReader reader;
    private readonly sqlite3_stmt statement;

    private SqliteLogRows(SqliteCommand command, SqliteDataReader reader)
    {
        (this.command, this.reader) = (command, reader);
        statement = reader.Handle!;
    }

    public static async Task<LogRows> OpenAsync(SqliteConnection connection, long after, long last, CancellationToken ct)
    {
        var command = (SqliteCommand)AuditDatabase.Command(connection, Sql, ("after", after), ("last", last));
        return new SqliteLogRows(command, await command.ExecuteReaderAsync(ct));
    }

    public override bool Read() => reader.Read();

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public override ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public override void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }
}
