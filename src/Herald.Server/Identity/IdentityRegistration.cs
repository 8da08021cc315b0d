using Herald.Server.Hosting;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Herald.Server.Identity;

internal static class IdentityRegistration
{
    public static void AddIdentity(this IServiceCollection services, HeraldOptions options)
    {
        if (options.Identity.UsesDevelopmentIssuer)
        {
            services.AddSingleton<DevelopmentKeys>();
            services.AddSingleton<DevelopmentIssuer>();
        }

        services.AddSingleton<IConfigureOptions<JwtBearerOptions>>(provider => new TokenChecks(
            options,
            provider.GetRequiredService<OrganizationAddress>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<DevelopmentIssuer>(),
            provider.GetService<DevelopmentKeys>()));
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // Nothing here is protected by it, and its keys would be written to somebody's home.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<Callers>();
    }
}
