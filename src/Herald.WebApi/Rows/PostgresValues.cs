using System.Data.Common;
using System.Text.Json;

namespace Herald.WebApi.Rows;

/// <summary>Over the driver's getters.</summary>
internal sealed class PostgresValues(DbDataReader reader) : RowValues
{
    public override bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    public override long Number(int ordinal) => reader.GetInt64(ordinal);

    public override double Fraction(int ordinal) => reader.GetDouble(ordinal);

    public override bool Flag(int ordinal) => reader.GetBoolean(ordinal);

    public override Guid Id(int ordinal) => reader.GetGuid(ordinal);

    public override string Text(int ordinal) => reader.GetString(ordinal);

    public override void Write(Utf8JsonWriter json, JsonEncodedText name, int ordinal) => json.WriteString(name, reader.GetString(ordinal));
}
