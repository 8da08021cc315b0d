using System.Net;

namespace Herald.Sip.Transports;

/// <summary>Where a message goes next. <see cref="TlsName"/> is the name a certificate must carry; it does not tell connections apart.</summary>
internal sealed record Hop(SipTransport Transport, IPEndPoint EndPoint, string TlsName = "")
{
    public bool IsReliable => Transport != SipTransport.Udp;

    public bool Equals(Hop? other) => other is not null && Transport == other.Transport && EndPoint.Equals(other.EndPoint);

    public override int GetHashCode() => HashCode.Combine(Transport, EndPoint);
}
