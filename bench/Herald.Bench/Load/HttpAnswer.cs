using System.Buffers.Text;

namespace Herald.Bench.Load;

/// <summary>Where an HTTP/1.1 answer ends: Content-Length or chunked, nothing else is sent by either side of a ratio.</summary>
internal static class HttpAnswer
{
    /// <summary>Bytes of the first answer, or -1 while its end is not known.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return -1;
        var headers = bytes[..head];
        var at = headers.IndexOf("Content-Length: "u8);
        if (at >= 0)
            return Utf8Parser.TryParse(headers[(at + 16)..], out int length, out _) ? head + 4 + length : head + 4;

        if (headers.IndexOf("Transfer-Encoding: chunked"u8) < 0)
            return head + 4;
        var end = bytes[head..].IndexOf("\r\n0\r\n\r\n"u8);
        return end < 0 ? -1 : head + end + 7;
    }
}
