using System.Globalization;
using System.Text;

namespace Herald.Sip.Messages;

/// <summary>Bytes to messages. Lenient where RFC 4475 §3.1.1 says "valid", a fault where §3.1.2 says "invalid"; never an exception.</summary>
internal static class SipParser
{
    /// <param name="bytes">One datagram, or one framed message.</param>
    public static ParseResult Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SipLimits.MessageBytes)
            return Refuse(513, "message larger than 65,535 bytes");
        // Empty lines before a start line are ignored (RFC 3261 §7.5).
        while (bytes is [(byte)'\r' or (byte)'\n', ..])
            bytes = bytes[1..];
        var line = NextLine(ref bytes);
        if (line.Length == 0)
            return Refuse(400, "no start line");
        var message = StartLine(Encoding.UTF8.GetString(line), out var fault);
        if (message is null)
            return new(null, fault);
        var rows = ReadHeaders(message, ref bytes); // read in any case: a refusal needs the way back
        fault ??= rows;
        fault ??= ReadBody(message, bytes);
        fault ??= MessageRules.Check(message);
        return new(message, fault);
    }

    private static SipMessage? StartLine(string line, out SipFault? fault)
    {
        fault = null;
        if (line.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase))
            return StatusLine(line, out fault);
        // Exactly two single spaces, and none inside the URI (RFC 4475 §3.1.2.7–9).
        var parts = line.Split(' ');
        if (parts.Length < 3 || !Grammar.IsToken(parts[0]))
        {
            fault = new(400, "request line is not 'METHOD URI SIP/2.0'");
            return null;
        }
        var request = new SipRequest(parts[0], parts[1]);
        if (parts.Length != 3)
            fault = new(400, "white space inside or after the request line");
        else if (!parts[2].Equals("SIP/2.0", StringComparison.OrdinalIgnoreCase))
            fault = new(parts[2].StartsWith("SIP/", StringComparison.OrdinalIgnoreCase) ? 505 : 400, "version is not SIP/2.0");
        else if (parts[1].IndexOfAny(['<', '>', '"']) >= 0)
            fault = new(400, "request URI in brackets or quotes");
        return request;
    }

    private static SipResponse? StatusLine(string line, out SipFault? fault)
    {
        fault = null;
        var parts = line.Split(' ', 3);
        if (parts.Length >= 2 && parts[0].Equals("SIP/2.0", StringComparison.OrdinalIgnoreCase) && parts[1].Length == 3
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 699)
            return new(status, parts.Length == 3 ? parts[2] : "");
        fault = new(400, "status line is not 'SIP/2.0 NNN phrase'");
        return null;
    }

    private static SipFault? ReadHeaders(SipMessage message, ref ReadOnlySpan<byte> bytes)
    {
        SipFault? fault = null;
        while (true)
        {
            var line = NextLine(ref bytes);
            if (line.Length == 0)
                return fault;
            var text = Encoding.UTF8.GetString(line);
            if (IsFold(bytes))
                text = Unfold(text, ref bytes);
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? "" : text[..colon].TrimEnd();
            if (!Grammar.IsToken(name) || text.Contains('\0', StringComparison.Ordinal))
                fault ??= new(400, "header row without a name");
            else if (message.Headers.Count == SipLimits.Headers)
                return new(400, "more than 256 header rows");
            else
                message.Headers.Add(HeaderNames.Canonical(name), text[(colon + 1)..].Trim());
        }
    }

    private static bool IsFold(ReadOnlySpan<byte> bytes) => bytes is [(byte)' ' or (byte)'\t', ..];

    /// <summary>Joins a row with its continuation lines (RFC 3261 §7.3.1).</summary>
    private static string Unfold(string first, ref ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(first.TrimEnd());
        while (IsFold(bytes))
            text.Append(' ').Append(Encoding.UTF8.GetString(NextLine(ref bytes)).Trim());
        return text.ToString();
    }

    private static SipFault? ReadBody(SipMessage message, ReadOnlySpan<byte> bytes)
    {
        var declared = message.Headers[HeaderNames.ContentLength];
        if (declared is null)
        {
            message.Body = bytes.ToArray();
            return null;
        }
        if (!int.TryParse(declared, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return new(400, "Content-Length is not a number");
        if (length > bytes.Length)
            return new(400, "body shorter than Content-Length");
        message.Body = bytes[..length].ToArray(); // what follows is not ours (RFC 3261 §18.3)
        return null;
    }

    /// <summary>Up to the next line end, which is eaten. CRLF is the rule; a bare LF is taken too.</summary>
    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> bytes)
    {
        var feed = bytes.IndexOf((byte)'\n');
        var line = feed < 0 ? bytes : bytes[..feed];
        bytes = feed < 0 ? [] : bytes[(feed + 1)..];
        return line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
    }

    private static ParseResult Refuse(int status, string detail) => new(null, new(status, detail));
}
