using System.Security.Cryptography;

namespace Herald.Audit.Log;

/// <summary>SHA-256 over the hash before and the line's columns in the table's order, joined by U+001F, an empty text for null (<c>docs/audit.md</c>). Each column goes in and comes back as it was.</summary>
internal sealed class LineHash
{
    public const int Size = SHA256.HashSizeInBytes;
    private const byte Separator = 0x1f;

    // An id takes 36 bytes, a number 20.
    private const int Room = 64;

    private byte[] bytes = new byte[2_048];
    private int length;

    public void Begin(ReadOnlySpan<byte> before)
    {
        before.CopyTo(bytes);
        length = before.Length;
    }

    public long Add(long number)
    {
        Append(number);
        return number;
    }

    public Guid Add(Guid id)
    {
        Append(id);
        return id;
    }

    public void Add(int? number)
    {
        if (number is { } known)
            Append(known);
        else
            Add([]);
    }

    public ReadOnlySpan<byte> Add(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
        bytes[length++] = Separator;
        return text;
    }

    /// <summary>Whether that is the hash of what was added: a separator follows every column but the last.</summary>
    public bool Is(ReadOnlySpan<byte> expected)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes.AsSpan(0, length - 1), hash);
        return hash.SequenceEqual(expected);
    }

    // The default form: decimal for numbers, 8-4-4-4-12 in lower case for ids.
    private void Append<T>(T value)
        where T : IUtf8SpanFormattable
    {
        MakeRoom(0);
        value.TryFormat(bytes.AsSpan(length), out var written, default, null);
        length += written;
        bytes[length++] = Separator;
    }

    private void MakeRoom(int text)
    {
        if (bytes.Length < length + text + Room)
            Array.Resize(ref bytes, (length + text + Room) * 2);
    }
}
