using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Herald.Server.Identity;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Identity;

[Collection<SqliteTests>]
public sealed class DevelopmentIssuerTests(SqliteServer fixture)
{
    private const string Agent = "aaaaaaaa-0000-0000-0000-000000000001";

    private static readonly string Tenant = $"/{DevelopmentClient.Tenant}";

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task The_discovery_document_names_this_address()
    {
        var document = await GetAsync($"{Tenant}/v2.0/.well-known/openid-configuration");
        document.Text("issuer").ShouldBe($"{server.Url}{Tenant}/v2.0");
        document.Text("token_endpoint").ShouldBe($"{server.Url}{Tenant}/oauth2/v2.0/token");
        document.Text("authorization_endpoint").ShouldStartWith(server.Url);
        var keys = await GetAsync(new Uri(document.Text("jwks_uri")).PathAndQuery);
        keys.Json.GetProperty("keys")[0].GetProperty("kty").GetString().ShouldBe("RSA");
    }

    [Fact]
    public async Task A_client_may_show_its_secret_in_the_authorization_header()
    {
        using var request = Token(("grant_type", "client_credentials"), ("scope", $"{server.Url}/.default"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Agent}:dev-agent")));
        var answer = await Answer.OfAsync(await server.Anonymous.SendAsync(request));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Text("token_type").ShouldBe("Bearer");
        answer.Json.GetProperty("expires_in").GetInt32().ShouldBe(3600);
    }

    [Theory]
    [InlineData("password", Agent, "dev-agent", null, HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [InlineData("client_credentials", Agent, "guess", null, HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("client_credentials", "somebody", "dev-agent", null, HttpStatusCode.BadRequest, "unauthorized_client")]
    [InlineData("client_credentials", Agent, "dev-agent", "https://elsewhere.example/.default", HttpStatusCode.BadRequest, "invalid_scope")]
    [InlineData("client_credentials", Agent, "dev-agent", "openid", HttpStatusCode.BadRequest, "invalid_scope")]
    public async Task A_wrong_token_request_is_refused_in_oauths_words(string grant, string client, string secret, string? scope, HttpStatusCode status, string error)
    {
        using var request = Token(("grant_type", grant), ("client_id", client), ("client_secret", secret), ("scope", scope ?? $"{server.Url}/.default"));
        var answer = await Answer.OfAsync(await server.Anonymous.SendAsync(request));
        answer.Status.ShouldBe(status);
        answer.Text("error").ShouldBe(error);
    }

    private async Task<Answer> GetAsync(string path) => await Answer.OfAsync(await server.Anonymous.GetAsync(path));

    private static HttpRequestMessage Token(params (string Name, string Value)[] form) =>
        new(HttpMethod.Post, $"{Tenant}/oauth2/v2.0/token") { Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))) };
}
