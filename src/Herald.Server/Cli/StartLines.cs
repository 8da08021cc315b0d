using Herald.Dispatch.Channels;
using Herald.Server.Hosting;
using Herald.Server.Identity;

namespace Herald.Server.Cli;

/// <summary>What a person (or a script that waits for it) sees once the server takes requests.</summary>
internal static class StartLines
{
    public static void Print(WebApplication app, TextWriter output)
    {
        var options = app.Services.GetRequiredService<HeraldOptions>();
        var url = app.Services.GetRequiredService<OrganizationAddress>().Url;
        foreach (var notice in app.Services.GetServices<StartNotice>())
            output.WriteLine(notice.Text);
        if (!options.Identity.UsesDevelopmentIssuer && app.Services.GetRequiredService<ChannelRegistry>().All.Any(channel => channel.Simulated))
            output.WriteLine("SIMULATED PEOPLE ARE SWITCHED ON: attempts on these channels reach nobody.");
        output.WriteLine($"Herald is ready at {url}");
        if (options.Identity.UsesDevelopmentIssuer)
            PrintDevelopment(options, url, output);
        output.Flush();
    }

    private static void PrintDevelopment(HeraldOptions options, string url, TextWriter output)
    {
        var client = DevelopmentClient.All[0];
        output.WriteLine($"  Development: simulated people, tokens from this server, data in {options.DataDirectory}");
        output.WriteLine($"  A token:    herald token agent --url {url}");
        output.WriteLine("  A request:");
        output.WriteLine($$"""
                TOKEN=$(curl -s {{url}}/{{DevelopmentClient.Tenant}}/oauth2/v2.0/token -d grant_type=client_credentials -d client_id={{client.ClientId}} -d client_secret={{client.Secret}} -d scope={{url}}/.default | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
                curl -s {{url}}/api/data/v9.2/CCaaS_CreateProactiveDelivery -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"ApiVersion":"1.0","ProactiveEngagementConfigId":"{{DevelopmentDefaults.VoiceEngagement}}","Contacts":[{"uniqueIdentifier":"42","firstName":"John","lastName":"Doe","mobilePhoneNumber":"+15550100"}]}'
            """);
    }
}
