using Herald.Server.Tests.Processes;

namespace Herald.Server.Tests.Hosting;

/// <summary>What a production process adds: it is told where it stands by the proxy in front, and tells a collector how it fares.</summary>
public sealed class ProductionTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-production");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_proxy_that_is_named_is_believed_and_its_https_callers_hear_of_strict_transport()
    {
        using var herald = await StartAsync(("Herald:Proxies:0", "127.0.0.1"));
        using var answer = await ProxiedAsync(herald);
        answer.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem().ShouldStartWith("max-age=");
    }

    [Fact]
    public async Task Anybody_else_is_not_believed()
    {
        using var herald = await StartAsync();
        using var answer = await ProxiedAsync(herald);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_collector_that_is_configured()
    {
        await using var collector = await CollectorPeer.StartAsync();
        using var herald = await HeraldProcess.StartAsync(
            ("Herald:DataDirectory", folder.FullName),
            ("Herald:Channels:Simulated:TimeScale", "0"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_BSP_SCHEDULE_DELAY", "200"));
        await herald.SignInAsync();
        (await herald.CreateAsync(HeraldProcess.SmsEngagement, "+15550100")).ShouldNotBeNull(herald.Output);
        (await herald.CreateAsync(HeraldProcess.SmsEngagement, "no number")).ShouldBeNull();

        await collector.UntilAsync(
            "metrics",
            "herald.requests.accepted", "herald.requests.refused", "herald.tasks.accepted", "herald.deliveries.started", "herald.deliveries.ended", "Delivered",
            "herald.deliveries.ready", "herald.deliveries.waiting", "herald.store.commit.rows", "herald.start.delay");
        await collector.UntilAsync("traces", "herald.accept", "POST /api/data/");
    }

    private Task<HeraldProcess> StartAsync(params (string, string)[] settings) => HeraldProcess.StartAsync(
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("Herald:DataDirectory", folder.FullName),
        ("Herald:Identity:Authority", "https://login.microsoftonline.com"),
        ("Herald:Identity:TenantId", "72f988bf-86f1-41af-91ab-2d7cd011db47"),
        ("Herald:Identity:Audience", "https://herald.example"),
        .. settings,
    ]);

    private static async Task<HttpResponseMessage> ProxiedAsync(HeraldProcess herald)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/live", UriKind.Relative));
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "herald.example");
        return await herald.Http.SendAsync(request);
    }
}
