using System.CommandLine;
using System.Net.Http.Headers;
using Herald.Server.Hosting;

namespace Herald.Server.Cli;

/// <summary>How the verbs reach a running server: <c>--url</c> and <c>--token</c>.</summary>
internal static class ServerClient
{
    public static Option<string> Url() => new("--url") { Description = "address of the server", DefaultValueFactory = _ => DevelopmentDefaults.Address };

    public static Option<string?> Token() => new("--token") { Description = "bearer token; without it one of the development issuer" };

    /// <exception cref="HttpRequestException">Nobody answers, or there is no development issuer.</exception>
    public static async Task<HttpClient> ConnectAsync(string url, string? token, CancellationToken ct, string role = "agent")
    {
        var http = new HttpClient { BaseAddress = new Uri(url.TrimEnd('/')), Timeout = TimeSpan.FromMinutes(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? await DevelopmentTokens.GetAsync(http, role, url.TrimEnd('/'), ct));
        return http;
    }
}
