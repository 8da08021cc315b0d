using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Herald.Sip.Tests.Lab;

/// <summary>Kamailio as the trunk: registrar and proxy with digest, UDP, TCP and TLS; numbers go on to a <see cref="Pstn"/>.</summary>
internal sealed class Kamailio : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly PeerProcess process;

    private Kamailio(int pstnPort)
    {
        Port = LoopbackPorts.Free();
        Certificate = MakeCertificate();
        Directory.CreateDirectory(folder["kam"]);
        foreach (var name in new[] { "kamailio.cfg", "kam-tls.cfg" })
            File.WriteAllText(folder[name], File.ReadAllText(TempFolder.Peer(name + ".in"))
                .Replace("@TMP@", folder.Path, StringComparison.Ordinal)
                .Replace("@SIP@", Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("@TLS@", (Port + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("@PSTN@", pstnPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        process = new("kamailio", folder.Path, "-f", folder["kamailio.cfg"], "-DD", "-E", "-m", "64", "-M", "8", "-w", folder["kam"], "-Y", folder["kam"]);
    }

    public int Port { get; }

    /// <summary>Its own root.</summary>
    public X509Certificate2 Certificate { get; }

    public static async Task<Kamailio> StartAsync(int pstnPort = 9)
    {
        var kamailio = new Kamailio(pstnPort);
        await kamailio.process.ListeningAsync(kamailio.Port + 1);
        return kamailio;
    }

    public TrunkOptions Trunk(SipTransport transport = SipTransport.Udp) => new()
    {
        Name = "kamailio", Host = "127.0.0.1", Port = transport == SipTransport.Tls ? Port + 1 : Port, Transport = transport,
        Domain = "trunk.test", Username = "trunkuser", Password = "trunkpass", KeepAlive = TimeSpan.Zero,
    };

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Certificate.Dispose();
        folder.Dispose();
    }

    private X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest("CN=trunk.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("trunk.test");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        File.WriteAllText(folder["cert.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(folder["key.pem"], key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }
}
