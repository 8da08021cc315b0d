using System.Net.Http.Json;
using Herald.Server.Identity;

namespace Herald.Server.Cli;

/// <summary>The client's side of the development issuer.</summary>
internal static class DevelopmentTokens
{
    /// <param name="name">Of a <see cref="DevelopmentClient"/>.</param>
    /// <param name="url">The organisation's address: the scope without <c>/.default</c>.</param>
    public static async Task<string> GetAsync(HttpClient http, string name, string url, CancellationToken ct)
    {
        var client = DevelopmentClient.All.Single(client => client.Name == name);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.ClientId.ToString(),
            ["client_secret"] = client.Secret,
            ["scope"] = $"{url}/.default",
        });
        using var answer = await http.PostAsync(new Uri($"/{DevelopmentClient.Tenant}/oauth2/v2.0/token", UriKind.Relative), form, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(IssuerJson.Default.TokenAnswer, ct))!.AccessToken;
    }
}
