using System.Security.Cryptography.X509Certificates;

namespace Herald.Sip;

/// <summary>Certificates of the TLS transport.</summary>
public sealed record TlsOptions
{
    /// <summary>Shown to peers that connect to us, and to trunks that ask. Default: a self-signed one made at start, enough for trunks that do not check.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Roots that a trunk's certificate must lead to. Default (empty): the machine's.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = [];
}
