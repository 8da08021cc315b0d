using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Herald.Core.Commands.Bulk;

/// <summary>Decodes one JSON string (RFC 8259 section 7) of any length, piece by piece.</summary>
/// <param name="source">Stands inside the string, after its opening quote.</param>
internal sealed class JsonStringBytes(Stream source)
{
    // The longest a decoded escape can get: a lone surrogate before another character's escape.
    private const int LongestEscape = 8;

    private readonly ByteReader bytes = new(source);
    private bool closed;

    /// <summary>Decoded UTF-8; 0 at the closing quote. A lone surrogate comes as invalid UTF-8, which the record's check names.</summary>
    /// <exception cref="JsonException">The string is malformed or does not end.</exception>
    public int Read(Span<byte> into)
    {
        var length = 0;
        while (!closed && length + LongestEscape <= into.Length)
        {
            switch (bytes.Next())
            {
                case '"':
                    closed = true;
                    break;
                case '\\':
                    length += Escape(into[length..]);
                    break;
                case < ' ':
                    throw Malformed();
                case var plain:
                    into[length++] = (byte)plain;
                    break;
            }
        }

        return length;
    }

    private int Escape(Span<byte> into)
    {
        into[0] = bytes.Next() switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '/' => (byte)'/',
            'b' => (byte)'\b',
            'f' => (byte)'\f',
            'n' => (byte)'\n',
            'r' => (byte)'\r',
            't' => (byte)'\t',
            'u' => 0,
            _ => throw Malformed(),
        };
        return into[0] != 0 ? 1 : Unicode(into);
    }

    private int Unicode(Span<byte> into)
    {
        var first = Hex();
        if (!char.IsHighSurrogate(first))
            return Encode(first, into);
        if (bytes.Next() != '\\' || bytes.Next() != 'u')
            throw Malformed();
        var second = Hex();
        if (char.IsLowSurrogate(second))
            return new Rune(first, second).EncodeToUtf8(into);
        var length = Encode(first, into);
        return length + Encode(second, into[length..]);
    }

    // Three bytes even for a surrogate: not UTF-8 (RFC 3629 section 3), so it is found out.
    private static int Encode(char c, Span<byte> into)
    {
        if (!char.IsSurrogate(c))
            return new Rune(c).EncodeToUtf8(into);
        into[0] = (byte)(0xE0 | (c >> 12));
        into[1] = (byte)(0x80 | ((c >> 6) & 0x3F));
        into[2] = (byte)(0x80 | (c & 0x3F));
        return 3;
    }

    private char Hex()
    {
        Span<byte> digits = stackalloc byte[4];
        for (var i = 0; i < digits.Length; i++)
            digits[i] = (byte)Math.Max(bytes.Next(), 0);
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? (char)value
            : throw Malformed();
    }

    private JsonException Malformed() => new("malformed string", null, 0, bytes.Position);
}
