using Herald.Store.Statements;
using SQLitePCL;

namespace Herald.Store.Sqlite;

internal sealed class SqliteRow(sqlite3_stmt statement) : ISqlRow
{
    public bool IsNull(int ordinal) => raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_NULL;

    public Guid Id(int ordinal) => new(raw.sqlite3_column_blob(statement, ordinal), bigEndian: true);

    public long Number(int ordinal) => raw.sqlite3_column_int64(statement, ordinal);

    public string Text(int ordinal) => raw.sqlite3_column_text(statement, ordinal).utf8_to_string();

    public bool Flag(int ordinal) => raw.sqlite3_column_int64(statement, ordinal) != 0;

    public byte[] Blob(int ordinal) => raw.sqlite3_column_blob(statement, ordinal).ToArray();
}
