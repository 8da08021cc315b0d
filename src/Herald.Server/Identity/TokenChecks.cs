using Herald.Server.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Herald.Server.Identity;

/// <summary>What makes a bearer token good: signature, issuer (v1 and v2), audience, lifetime, tenant.</summary>
internal sealed class TokenChecks(
    HeraldOptions herald,
    OrganizationAddress organization,
    TimeProvider time,
    DevelopmentIssuer? issuer = null,
    DevelopmentKeys? keys = null) : IConfigureNamedOptions<JwtBearerOptions>
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly IdentityOptions identity = herald.Identity;

    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            NameClaimType = "oid",
            RoleClaimType = "roles",
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerValidator = CheckIssuer,
            AudienceValidator = (audiences, _, _) => audiences.Any(IsAudience),
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
        };
        options.Events = new JwtBearerEvents { OnTokenValidated = CheckTenant, OnChallenge = Challenge.WriteAsync };
        if (keys is not null)
        {
            var own = new OpenIdConnectConfiguration();
            own.SigningKeys.Add(keys.Key);
            options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(own);
            options.RequireHttpsMetadata = false;
        }
        else
        {
            options.MetadataAddress = $"{identity.Authority}/{identity.TenantId}/v2.0/.well-known/openid-configuration";
        }
    }

    private string CheckIssuer(string token, SecurityToken _, TokenValidationParameters __)
    {
        var good = issuer is not null ? issuer.IsIssuer(token) : EntraIssuers().Contains(token, StringComparer.OrdinalIgnoreCase);
        return good ? token : throw new SecurityTokenInvalidIssuerException("The issuer is not this organisation's tenant.") { InvalidIssuer = token };
    }

    /// <summary>v2, and v1 of the public and the China cloud.</summary>
    private IEnumerable<string> EntraIssuers() =>
    [
        $"{identity.Authority}/{identity.TenantId}/v2.0",
        $"https://sts.windows.net/{identity.TenantId}/",
        $"https://sts.chinacloudapi.cn/{identity.TenantId}/",
    ];

    private bool IsAudience(string audience)
    {
        var wanted = audience.TrimEnd('/');
        return wanted.Equals(organization.Url, StringComparison.OrdinalIgnoreCase)
            || identity.Audiences.Any(known => wanted.Equals(known.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) || wanted.Equals($"api://{known}", StringComparison.OrdinalIgnoreCase))
            || (issuer?.IsResource(wanted) ?? false);
    }

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && end > now - Skew && (from is not { } start || start < now + Skew);
    }

    private Task CheckTenant(TokenValidatedContext context)
    {
        if (!Guid.TryParse(context.Principal?.FindFirst("tid")?.Value, out var tenant) || tenant != identity.TenantId)
            context.Fail("The token is of another tenant.");
        return Task.CompletedTask;
    }
}
