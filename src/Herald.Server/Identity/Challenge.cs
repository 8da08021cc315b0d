using Herald.Server.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Herald.Server.Identity;

/// <summary>401 as the product gives it: a WWW-Authenticate header and no body; clients look at the status only.</summary>
internal static class Challenge
{
    public static Task WriteAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var services = context.HttpContext.RequestServices;
        var identity = services.GetRequiredService<HeraldOptions>().Identity;
        var organization = services.GetRequiredService<OrganizationAddress>().Url;
        var authority = identity.Authority ?? organization;
        var header = $"Bearer authorization_uri={authority}/{identity.TenantId}/oauth2/authorize, resource_id={organization}/";
        // RFC 6750 section 3.1: an error only when a token was brought.
        if (context.AuthenticateFailure is not null)
            header += ", error=invalid_token";
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = header;
        return Task.CompletedTask;
    }
}
