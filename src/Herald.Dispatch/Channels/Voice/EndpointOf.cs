using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Herald.Sip;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>The SIP endpoint that a channel's texts describe.</summary>
internal static class EndpointOf
{
    public static IReadOnlyList<string> Faults(VoiceChannelOptions options)
    {
        var faults = new List<string>();
        var endpoint = Read(options, faults);
        // Trunks without a host are told already, by their place in the list.
        return [.. faults, .. (endpoint with { Trunks = [.. endpoint.Trunks.Where(trunk => trunk.Host.Length > 0)] }).Faults()];
    }

    public static SipEndpointOptions Of(VoiceChannelOptions options) => Read(options, []);

    private static SipEndpointOptions Read(VoiceChannelOptions options, List<string> faults)
    {
        var (first, last) = Ports(options.RtpPorts, faults);
        return new SipEndpointOptions
        {
            BindUdp = Address("Udp", options.Udp, faults),
            BindTcp = Address("Tcp", options.Tcp, faults),
            BindTls = Address("Tls", options.Tls, faults),
            AdvertisedAddress = Advertised(options.AdvertisedAddress, faults),
            Tls = new TlsOptions { Certificate = Certificate(options, faults), TrustedRoots = Roots(options.TrustedRoots, faults) },
            Trunks = [.. options.Trunks.Select(trunk => trunk.Trunk())],
            RtpPortFirst = first,
            RtpPortLast = last,
            MaxCalls = options.MaxCalls,
        };
    }

    private static IPEndPoint Address(string name, string text, List<string> faults)
    {
        if (IPEndPoint.TryParse(text, out var address) && text.Contains(':', StringComparison.Ordinal))
            return address;
        faults.Add($"{name}: '{text}' is no address with a port, such as 0.0.0.0:5060.");
        return new IPEndPoint(IPAddress.Any, 0);
    }

    private static IPAddress? Advertised(string? text, List<string> faults)
    {
        if (text is null)
            return null;
        if (!IPAddress.TryParse(text, out var address))
            faults.Add($"AdvertisedAddress: '{text}' is no IP address.");
        return address;
    }

    private static (int First, int Last) Ports(string text, List<string> faults)
    {
        if (text == "0")
            return (0, 0);
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var first) && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var last) && first > 0)
            return (first, last);
        faults.Add($"RtpPorts: '{text}' is neither 0 nor a first and a last port, such as 20000-29999.");
        return (0, 0);
    }

    private static X509Certificate2? Certificate(VoiceChannelOptions options, List<string> faults)
    {
        if (options.Certificate is not { } file)
            return null;
        try
        {
            return X509Certificate2.CreateFromPemFile(file, options.CertificateKey);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            faults.Add($"Certificate: '{file}' with its key cannot be read: {e.Message}");
            return null;
        }
    }

    private static X509Certificate2Collection Roots(string? file, List<string> faults)
    {
        var roots = new X509Certificate2Collection();
        if (file is null)
            return roots;
        try
        {
            roots.ImportFromPemFile(file);
            if (roots.Count == 0)
                faults.Add($"TrustedRoots: '{file}' holds no certificate.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            faults.Add($"TrustedRoots: '{file}' cannot be read: {e.Message}");
        }

        return roots;
    }
}
