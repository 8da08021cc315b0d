using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using Npgsql;

namespace Herald.Audit.Log;

/// <summary>Read as one binary COPY, whose format is plain: a row is a number of fields, a field its length (-1 = null) and its bytes.</summary>
internal sealed class PostgresLogRows : LogRows
{
    // Signature, flags, length of an extension that does not exist yet.
    private const int Header = 19;
    private const int FirstBuffer = 4 << 20;

    private readonly (int Start, int Length)[] fields = new (int, int)[Count];
    private readonly byte[] buffer;
    private int at = Header;

    private PostgresLogRows(byte[] buffer) => this.buffer = buffer;

    public static async Task<LogRows> OpenAsync(NpgsqlConnection connection, long after, long last, CancellationToken ct)
    {
        // COPY takes no parameters; both are numbers of ours.
        var sql = string.Create(CultureInfo.InvariantCulture, $"copy (select {Columns} {Tables} where l.id > {after} and l.id <= {last} order by l.id) to stdout (format binary)");
        await using var stream = await connection.BeginRawBinaryCopyAsync(sql, ct);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        for (var length = 0; ;)
        {
            if (length == buffer.Length)
                buffer = Twice(buffer);
            var read = await stream.ReadAsync(buffer.AsMemory(length), ct);
            if (read == 0)
                return new PostgresLogRows(buffer);
            length += read;
        }
    }

    public override bool Read()
    {
        var count = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(at));
        at += sizeof(short);
        if (count < 0)
            return false;
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(at));
            at += sizeof(int);
            fields[i] = (at, length);
            at += Math.Max(length, 0);
        }

        return true;
    }

    public override bool IsNull(int column) => fields[column].Length < 0;

    public override long Number(int column) => Bytes(column) switch
    {
        { Length: 8 } bytes => BinaryPrimitives.ReadInt64BigEndian(bytes),
        { Length: 4 } bytes => BinaryPrimitives.ReadInt32BigEndian(bytes),
        { Length: 2 } bytes => BinaryPrimitives.ReadInt16BigEndian(bytes),
        { Length: 1 } bytes => bytes[0],
        _ => 0,
    };

    public override ReadOnlySpan<byte> Bytes(int column) => buffer.AsSpan(fields[column].Start, Math.Max(0, fields[column].Length));

    public override void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private static byte[] Twice(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
