using System.Data.Common;

namespace Herald.WebApi.Query;

/// <summary>Values as the engines keep them: ids, booleans and instants differ from what .NET has.</summary>
internal static class Stored
{
    public static object Id(Guid id, SqlDialect dialect) => dialect == SqlDialect.Sqlite ? id.ToByteArray(bigEndian: true) : id;

    public static object Boolean(bool value, SqlDialect dialect) => dialect == SqlDialect.Sqlite ? (value ? 1L : 0L) : value;

    public static Guid ReadId(DbDataReader reader, int ordinal, SqlDialect dialect) =>
        dialect == SqlDialect.Sqlite ? new Guid(reader.GetFieldValue<byte[]>(ordinal), bigEndian: true) : reader.GetGuid(ordinal);

    public static bool ReadBoolean(DbDataReader reader, int ordinal, SqlDialect dialect) =>
        dialect == SqlDialect.Sqlite ? reader.GetInt64(ordinal) != 0 : reader.GetBoolean(ordinal);

    public static long Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
