using System.Text;

namespace Herald.Smpp.Text;

/// <summary>
/// UCS-2 as the networks carry it: UTF-16 big-endian. .NET's encoder replaces lone surrogates by U+FFFD, in both directions;
/// a last odd octet is dropped.
/// </summary>
internal static class Ucs2
{
    public static byte[] Encode(string text) => Encoding.BigEndianUnicode.GetBytes(text);

    public static string Decode(ReadOnlySpan<byte> octets) => Encoding.BigEndianUnicode.GetString(octets[..(octets.Length & ~1)]);
}
