using System.Security.Cryptography;
using Herald.Server.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Herald.Server.Tests.Identity;

/// <summary>Tokens that are right but for one thing.</summary>
internal sealed class Forged(IServiceProvider services, string url)
{
    private static readonly RsaSecurityKey Stranger = new(RSA.Create(2048)) { KeyId = "stranger" };

    private readonly DateTime now = TimeProvider.System.GetUtcNow().UtcDateTime;

    public string Right() => Sign(Body());

    /// <param name="fault">What is wrong.</param>
    public string With(string fault)
    {
        var body = Body();
        switch (fault)
        {
            case "signature":
                body.SigningCredentials = new SigningCredentials(Stranger, SecurityAlgorithms.RsaSha256);
                break;
            case "issuer":
                body.Issuer = $"https://elsewhere.example/{DevelopmentClient.Tenant}/v2.0";
                break;
            case "audience":
                body.Audience = "https://elsewhere.example";
                break;
            case "expired":
                body.IssuedAt = body.NotBefore = now.AddHours(-2);
                body.Expires = now.AddMinutes(-10);
                break;
            case "early":
                body.NotBefore = now.AddMinutes(10);
                body.Expires = now.AddHours(1);
                break;
            case "tenant":
                body.Claims["tid"] = Guid.NewGuid().ToString();
                break;
            case "unsigned":
                body.SigningCredentials = null;
                break;
            default:
                return fault;
        }

        return Sign(body);
    }

    private static string Sign(SecurityTokenDescriptor body) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(body);

    private SecurityTokenDescriptor Body() => new()
    {
        Issuer = $"{url}/{DevelopmentClient.Tenant}/v2.0",
        Audience = url,
        IssuedAt = now,
        NotBefore = now,
        Expires = now.AddMinutes(10),
        Claims = new Dictionary<string, object>
        {
            ["oid"] = Guid.NewGuid().ToString(),
            ["tid"] = DevelopmentClient.Tenant.ToString(),
            ["azp"] = Guid.NewGuid().ToString(),
            ["roles"] = new[] { Roles.Agent },
        },
        SigningCredentials = services.GetRequiredService<DevelopmentKeys>().Signing,
    };
}
