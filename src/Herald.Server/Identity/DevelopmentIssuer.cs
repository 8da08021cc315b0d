using Herald.Server.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Herald.Server.Identity;

/// <summary>Tokens in the exact shape of Entra v2 for the development clients, issued by the server itself on each of its addresses.</summary>
internal sealed class DevelopmentIssuer(DevelopmentKeys keys, OrganizationAddress organization, TimeProvider time)
{
    /// <summary>Seconds; Entra's tokens live 60 to 90 minutes.</summary>
    public const int Lifetime = 3600;

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static string IssuerOf(string address) => $"{address}/{DevelopmentClient.Tenant}/v2.0";

    public bool IsIssuer(string issuer) =>
        organization.All.Any(address => IssuerOf(address).Equals(issuer, StringComparison.OrdinalIgnoreCase));

    /// <summary>A resource is known when it is one of the server's addresses; localhost and 127.0.0.1 are the same machine.</summary>
    public bool IsResource(string resource)
    {
        var wanted = SameMachine(resource);
        return organization.All.Any(address => SameMachine(address).Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="resource">The audience, as the scope named it.</param>
    public string Issue(DevelopmentClient client, string resource, string address)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            ["oid"] = client.ObjectId.ToString(),
            ["sub"] = client.ObjectId.ToString(),
            ["tid"] = DevelopmentClient.Tenant.ToString(),
            ["azp"] = client.ClientId.ToString(),
            ["azpacr"] = "1",
            ["uti"] = Guid.NewGuid().ToString("N"),
            ["ver"] = "2.0",
        };
        if (client.Role is { } role)
            claims["roles"] = new[] { role };
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = IssuerOf(address),
            Audience = resource,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddSeconds(Lifetime),
            Claims = claims,
            SigningCredentials = keys.Signing,
        });
    }

    private static string SameMachine(string address) =>
        address.TrimEnd('/').Replace("://127.0.0.1", "://localhost", StringComparison.Ordinal);
}
