using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Herald.Smpp.Tests.Smscs;

/// <summary>The same SMSC over TLS, with a certificate made for this run.</summary>
public sealed class TlsSmsc : NodeSmsc
{
    private readonly string folder = Directory.CreateTempSubdirectory("smpp-tls-").FullName;

    public string Certificate => Path.Combine(folder, "cert.pem");

    protected override void Configure(IDictionary<string, string?> environment)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=smsc.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("smsc.test");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        var keyPath = Path.Combine(folder, "key.pem");
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        environment["TLS_CERT"] = Certificate;
        environment["TLS_KEY"] = keyPath;
    }
}
