using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SQLitePCL;

namespace Herald.WebApi.Rows;

/// <summary>Straight from the statement: UTF-8 in the file and in the answer, no array for an id.</summary>
/// <param name="kept">Of the reader; referenced here, so that the statement lives as long as this.</param>
internal sealed class SqliteValues(sqlite3_stmt kept) : RowValues
{
    private readonly nint statement = kept.DangerousGetHandle();
    private byte[] scratch = new byte[256];

    public override bool IsNull(int ordinal) => SqliteColumns.Type(statement, ordinal) == SqliteColumns.Null;

    public override long Number(int ordinal) => SqliteColumns.Number(statement, ordinal);

    public override double Fraction(int ordinal) => SqliteColumns.Fraction(statement, ordinal);

    public override bool Flag(int ordinal) => Number(ordinal) != 0;

    public override Guid Id(int ordinal) => new(Copy(SqliteColumns.Blob(statement, ordinal), ordinal), bigEndian: true);

    public override string Text(int ordinal) => Encoding.UTF8.GetString(Copy(SqliteColumns.Text(statement, ordinal), ordinal));

    public override void Write(Utf8JsonWriter json, JsonEncodedText name, int ordinal) => json.WriteString(name, Copy(SqliteColumns.Text(statement, ordinal), ordinal));

    private ReadOnlySpan<byte> Copy(nint value, int ordinal)
    {
        var length = SqliteColumns.Length(statement, ordinal);
        if (length > scratch.Length) scratch = new byte[length * 2];
        if (length > 0) Marshal.Copy(value, scratch, 0, length);
        return scratch.AsSpan(0, length);
    }
}
