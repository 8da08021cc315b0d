namespace Herald.Sip;

/// <summary>How signalling travels (RFC 3261 §18, §26.2).</summary>
public enum SipTransport
{
    /// <summary>Datagrams; requests above 1,300 bytes try TCP first.</summary>
    Udp,

    /// <summary>One connection a peer, reused both ways.</summary>
    Tcp,

    /// <summary>TLS 1.2 or later over TCP.</summary>
    Tls,
}
