using NpgsqlTypes;
using SQLitePCL;

namespace Herald.Store.Statements;

/// <summary>Ids, numbers (integers, choices, instants), texts, flags and blobs.</summary>
internal static class ColumnTypes
{
    public static readonly ColumnType<Guid?> Id = new(BindId, NpgsqlDbType.Uuid);
    public static readonly ColumnType<long?> Number = new(BindNumber, NpgsqlDbType.Bigint);
    public static readonly ColumnType<string?> Text = new(BindText, NpgsqlDbType.Text);
    public static readonly ColumnType<bool?> Flag = new((statement, index, value) => BindNumber(statement, index, value is { } flag ? flag ? 1 : 0 : null), NpgsqlDbType.Boolean);
    public static readonly ColumnType<byte[]?> Blob = new(BindBlob, NpgsqlDbType.Bytea);

    private static void BindId(sqlite3_stmt statement, int index, Guid? value)
    {
        if (value is not { } id)
        {
            raw.sqlite3_bind_null(statement, index);
            return;
        }

        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        raw.sqlite3_bind_blob(statement, index, bytes);
    }

    private static void BindNumber(sqlite3_stmt statement, int index, long? value)
    {
        if (value is { } number)
            raw.sqlite3_bind_int64(statement, index, number);
        else
            raw.sqlite3_bind_null(statement, index);
    }

    private static void BindText(sqlite3_stmt statement, int index, string? value)
    {
        if (value is null)
            raw.sqlite3_bind_null(statement, index);
        else
            raw.sqlite3_bind_text(statement, index, value);
    }

    private static void BindBlob(sqlite3_stmt statement, int index, byte[]? value)
    {
        if (value is null)
            raw.sqlite3_bind_null(statement, index);
        else
            raw.sqlite3_bind_blob(statement, index, value);
    }
}
