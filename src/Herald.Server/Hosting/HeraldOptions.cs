using System.Net;
using Herald.Server.Protection;

namespace Herald.Server.Hosting;

/// <summary>What the process itself is told: configuration section <c>Herald</c>. Channels and silo have their own sections.</summary>
internal sealed record HeraldOptions
{
    /// <summary><c>Herald:DataDirectory</c>: embedded store, certificate, spooled bodies. Default <c>./data</c> where the user stands; absolute here.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Bulk bodies while they are checked; emptied by closing them.</summary>
    public string SpoolDirectory => Path.Combine(DataDirectory, "spool");

    /// <summary><c>ConnectionStrings:Herald</c>: PostgreSQL; null = the embedded store.</summary>
    public string? ConnectionString { get; init; }

    /// <summary><c>Herald:OrganizationUrl</c>: audience, nextLink, entity ids. Null = the first http address the server listens on.</summary>
    public string? OrganizationUrl { get; init; }

    /// <summary><c>Herald:StopTimeout</c>: how long running attempts may go on after SIGTERM. Default 30 s, 0 s to 10 min.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>Herald:MaxBodyBytes</c>: of one request. Default 30,000,000; 1,000 to 2 GB.</summary>
    public long MaxBodyBytes { get; init; } = 30_000_000;

    /// <summary><c>Herald:MaxBulkBytes</c>: of a bulk request or an uploaded file. Default 256 MB; 1,000 to 2 GB.</summary>
    public long MaxBulkBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary><c>Herald:DevelopmentHttps:Port</c>: second address for MSAL in Development. Default 5443; 0 = off.</summary>
    public int DevelopmentHttpsPort { get; init; } = 5443;

    /// <summary><c>Herald:Proxies</c>: addresses whose X-Forwarded-* headers are believed; none by default.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    public required IdentityOptions Identity { get; init; }

    public required ProtectionOptions Protection { get; init; }

    public static HeraldOptions Read(IConfiguration configuration, IHostEnvironment environment, out IReadOnlyList<string> mistakes)
    {
        var reader = new SettingsReader(configuration);
        var options = new HeraldOptions
        {
            DataDirectory = Path.GetFullPath(reader.Text("Herald:DataDirectory") ?? "data"),
            ConnectionString = reader.Text("ConnectionStrings:Herald"),
            OrganizationUrl = reader.Address("Herald:OrganizationUrl"),
            StopTimeout = reader.Duration("Herald:StopTimeout", TimeSpan.FromSeconds(30), TimeSpan.Zero, TimeSpan.FromMinutes(10)),
            MaxBodyBytes = reader.Number("Herald:MaxBodyBytes", 30_000_000, 1_000, int.MaxValue),
            MaxBulkBytes = reader.Number("Herald:MaxBulkBytes", 256L * 1024 * 1024, 1_000, int.MaxValue),
            DevelopmentHttpsPort = (int)reader.Number("Herald:DevelopmentHttps:Port", 5443, 0, 65535),
            Proxies = ReadProxies(reader),
            Identity = IdentityOptions.Read(reader, environment),
            Protection = ProtectionOptions.Read(reader, environment),
        };
        mistakes = reader.Mistakes;
        return options;
    }

    private static List<IPAddress> ReadProxies(SettingsReader reader)
    {
        var proxies = new List<IPAddress>();
        foreach (var text in reader.List("Herald:Proxies"))
        {
            if (IPAddress.TryParse(text, out var address))
                proxies.Add(address);
            else
                reader.Mistake("Herald:Proxies", $"'{text}' is not an IP address.");
        }

        return proxies;
    }
}
