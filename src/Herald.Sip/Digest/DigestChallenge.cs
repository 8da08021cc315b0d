using Herald.Sip.Messages;

namespace Herald.Sip.Digest;

/// <summary>A readable WWW-Authenticate or Proxy-Authenticate challenge (RFC 3261 §22.4, RFC 8760).</summary>
internal sealed record DigestChallenge(bool IsProxy, string Realm, string Nonce, string? Opaque, string Algorithm, bool QopAuth, bool Stale)
{
    /// <summary>The strongest one we can answer: SHA-256 before MD5 (RFC 8760 §2.4: order is the server's preference, ours is strength). Null = none.</summary>
    public static DigestChallenge? Best(SipResponse response)
    {
        var proxy = response.Status == 407;
        DigestChallenge? best = null;
        foreach (var (name, value) in response.Headers)
            if (name.Equals(proxy ? HeaderNames.ProxyAuthenticate : HeaderNames.WwwAuthenticate, StringComparison.OrdinalIgnoreCase)
                && Parse(value, proxy) is { } challenge
                && (best is null || (best.Algorithm == "MD5" && challenge.Algorithm == "SHA-256")))
                best = challenge;
        return best;
    }

    private static DigestChallenge? Parse(string value, bool proxy)
    {
        if (!value.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase))
            return null;
        var fields = Fields(value[7..]);
        var algorithm = fields.GetValueOrDefault("algorithm", "MD5").ToUpperInvariant();
        if (algorithm is not ("MD5" or "SHA-256") || !fields.TryGetValue("realm", out var realm) || !fields.TryGetValue("nonce", out var nonce))
            return null;
        var qop = fields.GetValueOrDefault("qop");
        var auth = qop?.Split(',').Any(word => word.Trim().Equals("auth", StringComparison.OrdinalIgnoreCase)) ?? false;
        if (qop is not null && !auth)
            return null; // auth-int only
        var stale = fields.GetValueOrDefault("stale", "").Equals("true", StringComparison.OrdinalIgnoreCase);
        return new(proxy, realm, nonce, fields.GetValueOrDefault("opaque"), algorithm, auth, stale);
    }

    private static Dictionary<string, string> Fields(string list)
    {
        var parts = new List<string>();
        Grammar.Split(list, ',', parts);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                fields[part[..equals].Trim()] = Grammar.Unquote(part[(equals + 1)..].Trim());
        }
        return fields;
    }
}
