using System.Buffers;
using System.Text;

namespace Herald.Core.Commands.Bulk;

/// <summary>A bulk body without its records: what is left is small and read like any other body.</summary>
/// <param name="Json">The body with <c>true</c> in the records' place.</param>
/// <param name="RecordsAt">Offset of the array's bracket, or of the first byte inside the string; null when the body has no records.</param>
/// <param name="AsText">The records come as a string that contains JSON.</param>
/// <param name="TooLarge">There is more beside the records than <see cref="Max"/> bytes; Json is cut.</param>
internal sealed record BulkEnvelope(ReadOnlyMemory<byte> Json, long? RecordsAt, bool AsText, bool TooLarge)
{
    public const string Records = "ProactiveDeliveries";
    public const int Max = 64 * 1024;

    private static readonly byte[] RecordsName = Encoding.UTF8.GetBytes(Records);

    /// <summary>Finds the first top-level member of that name. Malformed bodies give a malformed envelope.</summary>
    public static BulkEnvelope Scan(Stream body)
    {
        body.Position = 0;
        var bytes = new ByteReader(body);
        var kept = new ArrayBufferWriter<byte>(1024);
        (long At, bool AsText)? records = null;
        var (depth, name, value) = (0, false, false);
        for (int b; (b = bytes.Next()) >= 0 && kept.WrittenCount <= Max;)
        {
            if (value && records is null && b is ('"' or '['))
            {
                records = (b == '"' ? bytes.Position : bytes.Position - 1, b == '"');
                var closed = b == '"' ? bytes.SkipString() : bytes.SkipArray();
                kept.Write(closed ? "true"u8 : ""u8);
                value = false;
                continue;
            }

            Keep(kept, b);
            if (b == '"')
            {
                name = KeepString(bytes, kept) && depth == 1;
                value = false;
            }
            else if (b is not (' ' or '\t' or '\r' or '\n'))
            {
                depth += b is '{' or '[' ? 1 : b is '}' or ']' ? -1 : 0;
                (name, value) = (false, name && b == ':');
            }
        }

        return new(kept.WrittenMemory, records?.At, records?.AsText ?? false, kept.WrittenCount > Max);
    }

    // The string whose opening quote is kept already; true when it reads like the records' name.
    private static bool KeepString(ByteReader bytes, ArrayBufferWriter<byte> kept)
    {
        var start = kept.WrittenCount;
        for (int b; (b = bytes.Next()) >= 0 && kept.WrittenCount <= Max;)
        {
            Keep(kept, b);
            if (b == '"')
                return kept.WrittenSpan[start..^1].SequenceEqual(RecordsName);
            if (b == '\\' && bytes.Next() is >= 0 and var escaped)
                Keep(kept, escaped);
        }

        return false;
    }

    private static void Keep(ArrayBufferWriter<byte> kept, int b)
    {
        kept.GetSpan(1)[0] = (byte)b;
        kept.Advance(1);
    }
}
