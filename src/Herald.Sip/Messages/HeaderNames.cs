using System.Collections.Frozen;

namespace Herald.Sip.Messages;

/// <summary>Header names as the specifications spell them, and their compact forms (RFC 3261 §7.3.3 and the IANA table).</summary>
internal static class HeaderNames
{
    public const string Allow = "Allow";
    public const string Authorization = "Authorization";
    public const string CallId = "Call-ID";
    public const string Contact = "Contact";
    public const string ContentLength = "Content-Length";
    public const string ContentType = "Content-Type";
    public const string CSeq = "CSeq";
    public const string Event = "Event";
    public const string Expires = "Expires";
    public const string From = "From";
    public const string MaxForwards = "Max-Forwards";
    public const string MinSE = "Min-SE";
    public const string PAssertedIdentity = "P-Asserted-Identity";
    public const string Privacy = "Privacy";
    public const string ProxyAuthenticate = "Proxy-Authenticate";
    public const string ProxyAuthorization = "Proxy-Authorization";
    public const string RAck = "RAck";
    public const string Reason = "Reason";
    public const string RecordRoute = "Record-Route";
    public const string ReferTo = "Refer-To";
    public const string Replaces = "Replaces";
    public const string Require = "Require";
    public const string RetryAfter = "Retry-After";
    public const string Route = "Route";
    public const string RSeq = "RSeq";
    public const string SessionExpires = "Session-Expires";
    public const string SubscriptionState = "Subscription-State";
    public const string Supported = "Supported";
    public const string To = "To";
    public const string Unsupported = "Unsupported";
    public const string UserAgent = "User-Agent";
    public const string Via = "Via";
    public const string WwwAuthenticate = "WWW-Authenticate";

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = "Accept-Contact", // RFC 3841
        ["b"] = "Referred-By",    // RFC 3892
        ["c"] = ContentType,
        ["d"] = "Request-Disposition",
        ["e"] = "Content-Encoding",
        ["f"] = From,
        ["i"] = CallId,
        ["j"] = "Reject-Contact",
        ["k"] = Supported,
        ["l"] = ContentLength,
        ["m"] = Contact,
        ["n"] = "Identity-Info",
        ["o"] = Event,          // RFC 6665
        ["r"] = ReferTo,        // RFC 3515
        ["s"] = "Subject",
        ["t"] = To,
        ["u"] = "Allow-Events", // RFC 6665
        ["v"] = Via,
        ["x"] = SessionExpires, // RFC 4028
        ["y"] = "Identity",     // RFC 8224
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Headers that may appear once only; a second one is a 400 (RFC 4475 §3.3.8).</summary>
    public static readonly string[] Single = [CallId, CSeq, From, To, MaxForwards, ContentLength];

    /// <summary>The long form of a name; unknown names come back as written.</summary>
    public static string Canonical(string name) => name.Length == 1 && Known.TryGetValue(name, out var full) ? full : name;
}
