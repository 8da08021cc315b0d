using System.CommandLine;
using Herald.Server.Hosting;
using Herald.Server.Identity;

namespace Herald.Server.Cli;

/// <summary><c>herald token agent</c>: a token of the running development server, alone on its line.</summary>
internal static class TokenVerb
{
    public static Command Create()
    {
        var role = new Argument<string>("role") { Description = "agent, supervisor, administrator or nobody", DefaultValueFactory = _ => "agent" };
        var url = new Option<string>("--url") { Description = "address of the server", DefaultValueFactory = _ => DevelopmentDefaults.Address };
        role.AcceptOnlyFromAmong([.. DevelopmentClient.All.Select(client => client.Name)]);
        var verb = new Command("token", "Prints a token of the development issuer") { role, url };
        verb.SetAction((parsed, ct) => RunAsync(parsed.GetValue(role)!, parsed.GetValue(url)!.TrimEnd('/'), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string role, string url, CancellationToken ct)
    {
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(10) };
            Console.WriteLine(await DevelopmentTokens.GetAsync(http, role, url, ct));
            return 0;
        }
        catch (HttpRequestException away)
        {
            await Console.Error.WriteLineAsync($"No token from {url}: {away.Message} A development server must run there.");
            return 1;
        }
    }
}
