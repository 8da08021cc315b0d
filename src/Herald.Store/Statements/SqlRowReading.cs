using NodaTime;

namespace Herald.Store.Statements;

/// <summary>The null-able and converted readings of a row.</summary>
internal static class SqlRowReading
{
    public static Guid? IdOrNull(this ISqlRow row, int ordinal) => row.IsNull(ordinal) ? null : row.Id(ordinal);

    public static long? NumberOrNull(this ISqlRow row, int ordinal) => row.IsNull(ordinal) ? null : row.Number(ordinal);

    public static int Int(this ISqlRow row, int ordinal) => (int)row.Number(ordinal);

    public static int? IntOrNull(this ISqlRow row, int ordinal) => row.IsNull(ordinal) ? null : (int)row.Number(ordinal);

    public static string? TextOrNull(this ISqlRow row, int ordinal) => row.IsNull(ordinal) ? null : row.Text(ordinal);

    public static bool? FlagOrNull(this ISqlRow row, int ordinal) => row.IsNull(ordinal) ? null : row.Flag(ordinal);

    public static Instant At(this ISqlRow row, int ordinal) => Instant.FromUnixTimeMilliseconds(row.Number(ordinal));

    public static Instant? AtOrNull(this ISqlRow row, int ordinal) => row.IsNull(ordinal) ? null : row.At(ordinal);
}
