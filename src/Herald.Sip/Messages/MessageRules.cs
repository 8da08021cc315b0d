using System.Globalization;

namespace Herald.Sip.Messages;

/// <summary>What every message must carry, readable (RFC 3261 §8.1.1 and §20).</summary>
internal static class MessageRules
{
    public static SipFault? Check(SipMessage message)
    {
        foreach (var name in HeaderNames.Single)
            if (message.Headers.CountOf(name) > 1)
                return new(400, name + " appears more than once");
        if (message.CallId.Length == 0)
            return new(400, "Call-ID missing");
        if (message.From is null)
            return new(400, "From missing or unreadable");
        if (message.To is null)
            return new(400, "To missing or unreadable");
        if (message.CSeq is not { } cseq)
            return new(400, "CSeq missing or unreadable; a number below 2^31 and a method");
        if (!AllReadable(message))
            return new(400, "Via missing or unreadable");
        return message is SipRequest request ? CheckRequest(request, cseq) : null;
    }

    private static bool AllReadable(SipMessage message)
    {
        var rows = message.Headers.List(HeaderNames.Via);
        return rows.Count > 0 && rows.TrueForAll(row => Via.Parse(row) is not null);
    }

    private static SipFault? CheckRequest(SipRequest request, CSeq cseq)
    {
        if (cseq.Method != request.Method)
            return new(400, "CSeq names another method than the request line");
        if (request.Headers[HeaderNames.MaxForwards] is { } hops
            && !(int.TryParse(hops, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 255))
            return new(400, "Max-Forwards is not 0..255");
        // Contact: * and lists are legal in REGISTER only; in a dialog we need one target.
        if (request.IsInvite && request.Headers[HeaderNames.Contact] is { } contact && NameAddr.Parse(FirstOf(contact)) is null)
            return new(400, "Contact unreadable");
        return null;
    }

    private static string FirstOf(string list)
    {
        var end = Grammar.Next(list, ',', 0);
        return list[..end];
    }
}
