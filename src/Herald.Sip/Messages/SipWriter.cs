using System.Globalization;
using System.Text;

namespace Herald.Sip.Messages;

internal static class SipWriter
{
    /// <summary>The message's bytes. Content-Length is always written, and last: what a caller set is replaced.</summary>
    public static byte[] Write(SipMessage message)
    {
        var text = new StringBuilder(512);
        text.Append(message.StartLine).Append("\r\n");
        foreach (var (name, value) in message.Headers)
            if (!name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase))
                text.Append(name).Append(": ").Append(value).Append("\r\n");
        text.Append("Content-Length: ").Append(message.Body.Length.ToString(CultureInfo.InvariantCulture)).Append("\r\n\r\n");
        var head = text.ToString();
        var size = Encoding.UTF8.GetByteCount(head);
        var bytes = new byte[size + message.Body.Length];
        Encoding.UTF8.GetBytes(head, bytes);
        message.Body.CopyTo(bytes, size);
        return bytes;
    }
}
