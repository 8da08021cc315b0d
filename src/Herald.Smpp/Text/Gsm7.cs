using System.Text;

namespace Herald.Smpp.Text;

/// <summary>GSM 7-bit default alphabet and extension table (3GPP TS 23.038 §6.2.1, §6.2.1.1), one septet an octet.</summary>
internal static class Gsm7
{
    public const byte Escape = 0x1B;

    private const string Default =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const ushort Absent = ushort.MaxValue;

    private static readonly (byte Code, char Char)[] Extension =
    [
        (0x0A, '\f'), (0x14, '^'), (0x28, '{'), (0x29, '}'), (0x2F, '\\'),
        (0x3C, '['), (0x3D, '~'), (0x3E, ']'), (0x40, '|'), (0x65, '€'),
    ];

    // By character: the code, with the escape in the high octet for the extension. All but € lie below U+0400.
    private static readonly ushort[] Codes = BuildCodes();

    public static bool TryEncode(ReadOnlySpan<char> text, out byte[] septets)
    {
        septets = [];
        var length = 0;
        foreach (var c in text)
        {
            var code = CodeOf(c);
            if (code == Absent)
                return false;
            length += code > 0xFF ? 2 : 1;
        }
        septets = new byte[length];
        var at = 0;
        foreach (var c in text)
        {
            var code = CodeOf(c);
            if (code > 0xFF)
                septets[at++] = Escape;
            septets[at++] = (byte)code;
        }
        return true;
    }

    /// <summary>An escape before an unknown code shows that code's character of the default table, before another escape a space (§6.2.1.1).</summary>
    public static string Decode(ReadOnlySpan<byte> septets)
    {
        var text = new StringBuilder(septets.Length);
        for (var i = 0; i < septets.Length; i++)
        {
            if (septets[i] != Escape)
                text.Append(CharOf(septets[i]));
            else if (++i < septets.Length)
                text.Append(ExtensionCharOf(septets[i]));
        }
        return text.ToString();
    }

    private static ushort CodeOf(char c) => c < Codes.Length ? Codes[c] : c == '€' ? (ushort)(Escape << 8 | 0x65) : Absent;

    private static char CharOf(byte code) => code < Default.Length ? Default[code] : '\uFFFD';

    private static char ExtensionCharOf(byte code)
    {
        if (code == Escape)
            return ' ';
        foreach (var (extension, c) in Extension)
        {
            if (extension == code)
                return c;
        }
        return CharOf(code);
    }

    private static ushort[] BuildCodes()
    {
        var codes = new ushort[0x400];
        Array.Fill(codes, Absent);
        for (var i = 0; i < Default.Length; i++)
        {
            if (i != Escape)
                codes[Default[i]] = (ushort)i;
        }
        foreach (var (code, c) in Extension)
        {
            if (c < codes.Length)
                codes[c] = (ushort)(Escape << 8 | code);
        }
        return codes;
    }
}
