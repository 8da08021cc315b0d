using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Herald.Server.Hosting;

/// <summary>The address this organisation is known by. Configured, or the first http address once Kestrel listens (port 0 is known only then).</summary>
internal sealed class OrganizationAddress(HeraldOptions options, IServer server)
{
    private readonly ConcurrentDictionary<string, string> roots = new();
    private string? url = options.OrganizationUrl;

    /// <summary>Without trailing slash.</summary>
    public string Url => url ??= First();

    /// <summary>The service root of a version, e.g. <c>v9.2</c>.</summary>
    public string RootOf(string version) => roots.GetOrAdd(version, static (version, url) => $"{url}/api/data/{version}", Url);

    /// <summary>Everything the server listens on, wildcards read as localhost.</summary>
    public IEnumerable<string> All => Addresses().Append(Url).Distinct(StringComparer.OrdinalIgnoreCase);

    private string First()
    {
        var addresses = Addresses().ToList();
        return addresses.Find(address => address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            ?? addresses.FirstOrDefault()
            ?? DevelopmentDefaults.Address;
    }

    private IEnumerable<string> Addresses() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Readable) ?? [];

    private static string Readable(string address) => address
        .Replace("://[::]", "://localhost", StringComparison.Ordinal)
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
        .Replace("://+", "://localhost", StringComparison.Ordinal)
        .Replace("://*", "://localhost", StringComparison.Ordinal)
        .TrimEnd('/');
}
