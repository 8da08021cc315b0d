using Herald.Store.Statements;
using Npgsql;

namespace Herald.Store.Postgres;

/// <remarks>Integer columns of any width read as long.</remarks>
internal sealed class PostgresRow(NpgsqlDataReader reader) : ISqlRow
{
    public bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    public Guid Id(int ordinal) => reader.GetGuid(ordinal);

    public long Number(int ordinal) => reader.GetInt64(ordinal);

    public string Text(int ordinal) => reader.GetString(ordinal);

    public bool Flag(int ordinal) => reader.GetBoolean(ordinal);

    public byte[] Blob(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);
}
