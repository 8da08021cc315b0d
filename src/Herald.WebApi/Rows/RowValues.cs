using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Herald.WebApi.Rows;

/// <summary>The columns of a reader's current row, by ordinal, as this room wants them; nothing is allocated but texts that are asked for as such.</summary>
internal abstract class RowValues
{
    /// <summary>Good as long as the reader is open, for each of its rows.</summary>
    public static RowValues Of(DbDataReader reader) => reader is SqliteDataReader { Handle: { } statement } ? new SqliteValues(statement) : new PostgresValues(reader);

    public abstract bool IsNull(int ordinal);

    public abstract long Number(int ordinal);

    public abstract double Fraction(int ordinal);

    public abstract bool Flag(int ordinal);

    public abstract Guid Id(int ordinal);

    public abstract string Text(int ordinal);

    /// <summary>A text as a member.</summary>
    public abstract void Write(Utf8JsonWriter json, JsonEncodedText name, int ordinal);
}
