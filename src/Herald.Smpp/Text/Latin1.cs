using System.Text;

namespace Herald.Smpp.Text;

internal static class Latin1
{
    public static bool TryEncode(string text, out byte[] octets)
    {
        octets = [];
        foreach (var c in text)
        {
            if (c > 0xFF)
                return false;
        }
        octets = Encoding.Latin1.GetBytes(text);
        return true;
    }

    public static string Decode(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
