using System.Globalization;
using System.Text;
using Herald.Sip.Messages;

namespace Herald.Sip.Transports;

/// <summary>Cuts a byte stream into messages by Content-Length (RFC 3261 §18.3). Holds at most one message and one read.</summary>
internal sealed class StreamFramer
{
    private byte[] held = new byte[4_096];
    private int start;
    private int end;

    /// <summary>True once the peer broke framing: no later byte can be trusted, the connection must close.</summary>
    public bool Broken { get; private set; }

    /// <summary>Double CRLFs seen since last asked: keep-alive pings to be answered by one CRLF (RFC 5626 §3.5.1).</summary>
    public int Pings { get; set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (start > 0)
        {
            held.AsSpan(start, end - start).CopyTo(held);
            end -= start;
            start = 0;
        }
        if (end + bytes.Length > held.Length)
            Array.Resize(ref held, Math.Max(held.Length * 2, end + bytes.Length));
        bytes.CopyTo(held.AsSpan(end));
        end += bytes.Length;
    }

    /// <summary>The next whole message, valid until the next <see cref="Add"/>.</summary>
    public bool TryTake(out ReadOnlySpan<byte> message)
    {
        message = default;
        SkipEmptyLines();
        var bytes = held.AsSpan(start, end - start);
        var blank = bytes.IndexOf("\r\n\r\n"u8);
        if (Broken || blank < 0)
        {
            Broken |= bytes.Length > SipLimits.MessageBytes;
            return false;
        }
        var body = BodyLength(bytes[..blank]);
        var size = blank + 4L + body;
        if (body < 0 || size > SipLimits.MessageBytes)
        {
            Broken = true;
            return false;
        }
        if (bytes.Length < size)
            return false;
        message = bytes[..(int)size];
        start += (int)size;
        return true;
    }

    private void SkipEmptyLines()
    {
        while (end - start >= 4 && held.AsSpan(start, 4).SequenceEqual("\r\n\r\n"u8))
        {
            start += 4;
            Pings++;
        }
        while (end - start >= 2 && held.AsSpan(start, 2).SequenceEqual("\r\n"u8) && (end - start < 3 || held[start + 2] != '\r'))
            start += 2;
    }

    // Mandatory over streams; without one the body is empty, as most peers hold. -1: unreadable.
    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        foreach (var range in head.Split("\r\n"u8))
        {
            var line = head[range];
            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
                continue;
            var name = Encoding.ASCII.GetString(line[..colon]).Trim();
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && !name.Equals("l", StringComparison.OrdinalIgnoreCase))
                continue;
            var value = Encoding.ASCII.GetString(line[(colon + 1)..]).Trim();
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : -1;
        }
        return 0;
    }
}
