using System.Security.Cryptography;

namespace Herald.Audit.Log;

/// <summary>SHA-256 over the hash before and the line's columns in the table's order, joined by U+001F, an empty text for null (<c>docs/audit.md</c>).</summary>
internal sealed class LineHash
{
    public const int Size = SHA256.HashSizeInBytes;
    private const byte Separator = 0x1f;
    private const int Numbers = 512;
    private const int Last = 16;

    private byte[] bytes = new byte[2_048];
    private int length;

    /// <summary>Whether the row's hash is what follows.</summary>
    public bool Follows(ReadOnlySpan<byte> before, LogRows row)
    {
        length = 0;
        Text(before);
        for (var column = 0; column <= Last; column++)
        {
            if (column > 0)
                bytes[length++] = Separator;
            switch (column)
            {
                case 3 or 4 or 5:
                    Append(row.Id(column));
                    break;
                case >= 11 and <= 14 or 16:
                    Text(row.Bytes(column));
                    break;
                case 15 when row.IsNull(column):
                    break;
                default:
                    Append(row.Number(column));
                    break;
            }
        }

        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        return hash.SequenceEqual(row.Bytes(18));
    }

    private void Append<T>(T value)
        where T : IUtf8SpanFormattable
    {
        // The default form: decimal for numbers, 8-4-4-4-12 in lower case for ids.
        value.TryFormat(bytes.AsSpan(length), out var written, default, null);
        length += written;
    }

    // Room for every number and id besides is kept.
    private void Text(ReadOnlySpan<byte> text)
    {
        if (bytes.Length < length + text.Length + Numbers)
            Array.Resize(ref bytes, (length + text.Length + Numbers) * 2);
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }
}
