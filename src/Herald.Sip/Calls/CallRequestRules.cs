using Herald.Sip.Messages;

namespace Herald.Sip.Calls;

/// <summary>What a request to call must be before a packet is made of it.</summary>
internal static class CallRequestRules
{
    public static void Check(CallRequest request, SipEndpointOptions options)
    {
        if (request.To.Length is 0 or > 256 || !Grammar.IsOneLine(request.To) || request.To.IndexOfAny([' ', '<', '>', '"']) >= 0)
            throw new ArgumentException("To is a number or a sip: URI, 1 to 256 characters.", nameof(request));
        if (request.To.StartsWith("sip", StringComparison.OrdinalIgnoreCase) && request.To.Contains(':', StringComparison.Ordinal) && SipUri.Parse(request.To) is not { Headers: "" })
            throw new ArgumentException("To is no sip: URI, or one with headers.", nameof(request));
        if (request.From.Length is 0 or > 128 || !Grammar.IsOneLine(request.From))
            throw new ArgumentException("From is a number or name, 1 to 128 characters.", nameof(request));
        if (request.DisplayName.Length > 128 || !Grammar.IsOneLine(request.DisplayName))
            throw new ArgumentException("DisplayName is one line, at most 128 characters.", nameof(request));
        if (request.RingTimeout < options.MinimumRing)
            throw new ArgumentException("RingTimeout is at least 15 s.", nameof(request));
        if (request.SetupTimeout < options.MinimumRing)
            throw new ArgumentException("SetupTimeout is at least 15 s.", nameof(request));
        foreach (var (name, value) in request.Headers)
            if (!name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || !Grammar.IsToken(name) || value.Length > 1_024 || !Grammar.IsOneLine(value))
                throw new ArgumentException("Headers are X- tokens with one line of at most 1,024 characters each.", nameof(request));
    }
}
