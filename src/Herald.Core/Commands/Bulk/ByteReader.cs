using System.Buffers;

namespace Herald.Core.Commands.Bulk;

/// <summary>Walks over JSON bytes of any length with one small buffer.</summary>
internal sealed class ByteReader(Stream source)
{
    private static readonly SearchValues<byte> StringMarks = SearchValues.Create("\"\\"u8);
    private static readonly SearchValues<byte> ArrayMarks = SearchValues.Create("\"[]"u8);

    private readonly byte[] buffer = new byte[64 * 1024];
    private long start;
    private int at;
    private int length;

    /// <summary>Offset in the source of what <see cref="Next"/> gives next.</summary>
    public long Position => start + at;

    /// <summary>-1 at the end.</summary>
    public int Next() => at < length || Fill() ? buffer[at++] : -1;

    /// <summary>Past the quote that closes the string whose inside the reader stands in; false when the source ends before.</summary>
    public bool SkipString()
    {
        while (SkipTo(StringMarks))
        {
            if (Next() == '"')
                return true;
            Next();
        }

        return false;
    }

    /// <summary>Past the bracket that closes the array whose opening bracket was read. Other brackets than its own kind need no count.</summary>
    public bool SkipArray()
    {
        var depth = 1;
        while (SkipTo(ArrayMarks))
        {
            switch (Next())
            {
                case '"' when !SkipString():
                    return false;
                case '[':
                    depth++;
                    break;
                case ']' when --depth == 0:
                    return true;
            }
        }

        return false;
    }

    private bool SkipTo(SearchValues<byte> marks)
    {
        while (at < length || Fill())
        {
            var found = buffer.AsSpan(at, length - at).IndexOfAny(marks);
            at = found < 0 ? length : at + found;
            if (found >= 0)
                return true;
        }

        return false;
    }

    private bool Fill()
    {
        start += length;
        at = 0;
        length = source.Read(buffer);
        return length > 0;
    }
}
