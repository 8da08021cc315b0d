using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Net;
using Herald.Server.Cli;
using Herald.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Herald.Server.Tests.Running;

/// <summary>The whole server in this process: real Kestrel, real store, real silo, simulated people at once.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly WebApplication app;

    private RunningServer(DirectoryInfo folder, WebApplication app, int httpsPort)
    {
        (this.folder, this.app) = (folder, app);
        Url = app.Services.GetRequiredService<OrganizationAddress>().Url;
        HttpsUrl = $"https://localhost:{httpsPort}";
        Anonymous = new HttpClient { BaseAddress = new Uri(Url) };
    }

    public string Url { get; }

    public string HttpsUrl { get; }

    public string Folder => folder.FullName;

    public string CertificateFile => Path.Combine(Folder, DevelopmentDefaults.CertificateFile);

    public HttpClient Anonymous { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<RunningServer> StartAsync(string? connectionString = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("herald-test-");
        var httpsPort = FreePort();
        string[] args =
        [
            "--environment", "Development",
            "--urls", "http://127.0.0.1:0",
            "--Herald:DataDirectory", folder.FullName,
            "--Herald:DevelopmentHttps:Port", $"{httpsPort}",
            "--Herald:Channels:Simulated:TimeScale", "0",
            "--Herald:StopTimeout", "5",
            .. settings,
        ];
        if (connectionString is not null)
            args = [.. args, "--ConnectionStrings:Herald", connectionString, "--Herald:Silo:Port", "0"];
        var app = HeraldHost.Build(args);
        await app.StartAsync();
        return new RunningServer(folder, app, httpsPort);
    }

    /// <param name="role">agent, supervisor, administrator or nobody.</param>
    public async Task<HttpClient> ClientAsync(string role = "agent")
    {
        var client = new HttpClient { BaseAddress = new Uri(Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(role));
        return client;
    }

    public Task<string> TokenAsync(string role) => DevelopmentTokens.GetAsync(Anonymous, role, Url, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
