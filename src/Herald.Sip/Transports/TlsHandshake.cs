using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Herald.Sip.Transports;

/// <summary>Both ends of a TLS connection (RFC 3261 §26.3.1: servers are always checked; clients are not asked).</summary>
internal sealed class TlsHandshake(TlsOptions options, TimeProvider time)
{
    private readonly X509Certificate2 certificate = options.Certificate ?? SelfSigned(time);

    public async Task<Stream> AsClientAsync(Stream raw, string name, CancellationToken cancel)
    {
        var tls = new SslStream(raw);
        var chain = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (options.TrustedRoots.Count > 0)
        {
            chain.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.CustomTrustStore.AddRange(options.TrustedRoots);
        }
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = name,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = chain,
            ClientCertificates = options.Certificate is { } own ? [own] : null,
        }, cancel);
        return tls;
    }

    public async Task<Stream> AsServerAsync(Stream raw, CancellationToken cancel)
    {
        var tls = new SslStream(raw);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        }, cancel);
        return tls;
    }

    private static X509Certificate2 SelfSigned(TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=herald", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = time.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(2));
    }
}
