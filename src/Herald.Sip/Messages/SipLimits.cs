namespace Herald.Sip.Messages;

/// <summary>What a peer may make us hold.</summary>
internal static class SipLimits
{
    /// <summary>Bytes of one message, body included; the largest a UDP datagram carries.</summary>
    public const int MessageBytes = 65_535;

    /// <summary>Header rows of one message.</summary>
    public const int Headers = 256;

    /// <summary>Bytes above which a request leaves by TCP where the peer takes it (RFC 3261 §18.1.1).</summary>
    public const int DatagramRequestBytes = 1_300;
}
