namespace Herald.Sip.Messages;

internal sealed class SipRequest(string method, string uri) : SipMessage
{
    /// <summary>Case matters (RFC 3261 §7.1).</summary>
    public string Method { get; } = method;

    /// <summary>As written; <see cref="SipUri.Parse"/> says whether we can route it.</summary>
    public string Uri { get; set; } = uri;

    public bool IsInvite => Method == "INVITE";

    public bool IsAck => Method == "ACK";

    public override string StartLine => Method + " " + Uri + " SIP/2.0";
}
