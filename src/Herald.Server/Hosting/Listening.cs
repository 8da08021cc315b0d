using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Herald.Server.Identity;

namespace Herald.Server.Hosting;

/// <summary>Where Kestrel listens and how much it reads.</summary>
internal static partial class Listening
{
    public static void AddListening(this WebApplicationBuilder builder, HeraldOptions options)
    {
        var https = HttpsAddress(builder, options);
        var urls = Configured(builder.Configuration) ?? DevelopmentDefaults.Address;
        // Kestrel:Endpoints, when somebody writes it, goes its own way.
        if (!builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls([.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries), .. https]);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
            if (https.Length > 0)
                kestrel.ConfigureHttpsDefaults(defaults => defaults.ServerCertificate = WriteCertificate(options));
        });
    }

    private static string? Configured(ConfigurationManager configuration) =>
        configuration["urls"] is { Length: > 0 } urls ? urls
        : Ports(configuration["http_ports"], "http") is { } http ? http
        : null;

    private static string? Ports(string? ports, string scheme) =>
        string.IsNullOrWhiteSpace(ports) ? null : string.Join(';', ports.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"{scheme}://*:{port}"));

    /// <summary>Empty when off or when the port is taken: http goes on alone then.</summary>
    private static string[] HttpsAddress(WebApplicationBuilder builder, HeraldOptions options)
    {
        if (!options.Identity.UsesDevelopmentIssuer || options.DevelopmentHttpsPort == 0)
            return [];
        if (IsFree(options.DevelopmentHttpsPort))
            return [$"https://localhost:{options.DevelopmentHttpsPort}"];
        builder.Services.AddSingleton(new StartNotice($"Port {options.DevelopmentHttpsPort} is taken: no https address for MSAL. Set Herald:DevelopmentHttps:Port to a free one, or to 0."));
        return [];
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static X509Certificate2 WriteCertificate(HeraldOptions options)
    {
        var certificate = DevelopmentCertificate.Create(TimeProvider.System.GetUtcNow());
        File.WriteAllText(Path.Combine(options.DataDirectory, DevelopmentDefaults.CertificateFile), PemEncoding.WriteString("CERTIFICATE", certificate.RawData));
        return certificate;
    }
}
