using Herald.Server.Identity;

namespace Herald.Server.Hosting;

/// <summary>Who may issue tokens and for whom: configuration section <c>Herald:Identity</c>.</summary>
internal sealed record IdentityOptions
{
    /// <summary>The server's own issuer serves tokens: Development without a configured authority, never elsewhere.</summary>
    public bool UsesDevelopmentIssuer { get; init; }

    /// <summary><c>Herald:Identity:Authority</c>, e.g. <c>https://login.microsoftonline.com</c>; https only.</summary>
    public string? Authority { get; init; }

    /// <summary><c>Herald:Identity:TenantId</c>: the only tenant whose tokens (<c>tid</c>) are taken.</summary>
    public Guid TenantId { get; init; }

    /// <summary><c>Herald:Identity:Audience</c>: app ids and resource addresses, comma-separated; the organisation's address always counts too.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary><c>Herald:Administrators</c>: object or app ids that are administrators from the start.</summary>
    public IReadOnlySet<Guid> Administrators { get; init; } = new HashSet<Guid>();

    public static IdentityOptions Read(SettingsReader reader, IHostEnvironment environment)
    {
        var authority = reader.Address("Herald:Identity:Authority", httpsOnly: true);
        var tenant = reader.Id("Herald:Identity:TenantId");
        var audiences = reader.List("Herald:Identity:Audience");
        var development = environment.IsDevelopment() && reader.Text("Herald:Identity:Authority") is null;
        if (!development)
        {
            if (reader.Text("Herald:Identity:Authority") is null)
                reader.Mistake("Herald:Identity:Authority", $"required in {environment.EnvironmentName}, e.g. https://login.microsoftonline.com.");
            if (reader.Text("Herald:Identity:TenantId") is null)
                reader.Mistake("Herald:Identity:TenantId", "required: the GUID of the Microsoft Entra tenant.");
            else if (tenant == DevelopmentClient.Tenant)
                reader.Mistake("Herald:Identity:TenantId", "is the tenant of the development issuer, which serves Development only.");
            if (audiences.Count == 0)
                reader.Mistake("Herald:Identity:Audience", "required: the app id or the address that tokens are issued for.");
        }

        return new IdentityOptions
        {
            UsesDevelopmentIssuer = development,
            Authority = authority,
            TenantId = development ? DevelopmentClient.Tenant : tenant ?? Guid.Empty,
            Audiences = audiences,
            Administrators = ReadAdministrators(reader),
        };
    }

    private static HashSet<Guid> ReadAdministrators(SettingsReader reader)
    {
        var ids = new HashSet<Guid>();
        foreach (var text in reader.List("Herald:Administrators"))
        {
            if (Guid.TryParse(text, out var id))
                ids.Add(id);
            else
                reader.Mistake("Herald:Administrators", $"'{text}' is not a GUID (object id or app id).");
        }

        return ids;
    }
}
