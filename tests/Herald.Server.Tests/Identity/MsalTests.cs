using System.Net;
using System.Security.Cryptography.X509Certificates;
using Herald.Server.Identity;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;
using Microsoft.Identity.Client;

namespace Herald.Server.Tests.Identity;

/// <summary>Microsoft's own client libraries obtain tokens that the server then takes.</summary>
[Collection<SqliteTests>]
public sealed class MsalTests(SqliteServer fixture)
{
    private static readonly DevelopmentClient Agent = DevelopmentClient.All[0];

    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task Msal_for_dotnet()
    {
        var app = ConfidentialClientApplicationBuilder.Create(Agent.ClientId.ToString())
            .WithClientSecret(Agent.Secret)
            .WithAuthority($"{server.HttpsUrl}/{DevelopmentClient.Tenant}", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new Trusting(server.CertificateFile))
            .Build();
        var answer = await app.AcquireTokenForClient([$"{server.Url}/.default"]).ExecuteAsync();
        await CreatesADelivery(answer.AccessToken);
    }

    [Fact]
    public async Task Msal_for_node()
    {
        var token = await NodeClient.RunAsync(
            "msal-token.mjs",
            [$"{server.HttpsUrl}/{DevelopmentClient.Tenant}", Agent.ClientId.ToString(), Agent.Secret, $"{server.Url}/.default"],
            ("NODE_EXTRA_CA_CERTS", server.CertificateFile));
        await CreatesADelivery(token);
    }

    private async Task CreatesADelivery(string token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        (await client.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice())).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What SSL_CERT_FILE would do for the process.</summary>
    private sealed class Trusting(string certificate) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient()
        {
            var handler = new SocketsHttpHandler();
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(certificate) },
                RevocationMode = X509RevocationMode.NoCheck,
            };
            return new HttpClient(handler);
        }
    }
}
