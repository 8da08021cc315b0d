using System.Net;
using Herald.Server.Hosting;
using Herald.Server.Protection;
using Herald.Server.Tests.Running;
using Herald.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Server.Tests.Protection;

/// <summary>The limits as they are outside Development, over HTTP, on a clock that passes when it is told to.</summary>
public sealed class ProductLimitsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        var caller = new Caller(Guid.NewGuid(), Guid.Empty, Guid.Empty, new HashSet<string>());
        app.Use((context, next) =>
        {
            context.Features.Set(caller);
            return next(context);
        });
        var limits = ProtectionOptions.Read(new SettingsReader(new ConfigurationBuilder().Build()), new Production());
        limits.Enabled.ShouldBeTrue();
        app.UseMiddleware<ProtectionGate>(limits, time);
        app.Run(context => context.Request.Path == "/held" ? HeldAsync() : Task.CompletedTask);
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        release.TrySetResult();
        client.Dispose();
        await app.DisposeAsync();
        arrived.Dispose();
    }

    [Fact]
    public async Task Six_thousand_requests_in_300_seconds()
    {
        for (var n = 0; n < 6_000; n += 20)
        {
            foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadAsync("/"))))
                answer.Status.ShouldBe(HttpStatusCode.OK);
            if (n == 3_000)
                time.Advance(TimeSpan.FromSeconds(100));
        }

        var refused = await ReadAsync("/");
        ShouldBeRefused(refused, "0x80072322", "Number of requests exceeded the limit of 6000 over time window of 300 seconds.");
        refused.Message.Headers.GetValues("x-ms-ratelimit-burst-remaining-xrm-requests").ShouldBe(["0"]);
        // The first half leaves the window 300 s after it came.
        time.Advance(refused.Message.Headers.RetryAfter!.Delta!.Value);
        var served = await ReadAsync("/");
        served.Status.ShouldBe(HttpStatusCode.OK);
        served.Message.Headers.GetValues("x-ms-ratelimit-burst-remaining-xrm-requests").ShouldBe(["3019"]);
    }

    [Fact]
    public async Task Fifty_two_at_once()
    {
        var held = await HoldAsync(52);
        ShouldBeRefused(await ReadAsync("/"), "0x80072326", "Number of concurrent requests exceeded the limit of 52.");
        release.SetResult();
        foreach (var answer in await Task.WhenAll(held))
            answer.Status.ShouldBe(HttpStatusCode.OK);
        (await ReadAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Twelve_hundred_seconds_of_execution()
    {
        var held = await HoldAsync(10);
        time.Advance(TimeSpan.FromSeconds(121));
        release.SetResult();
        await Task.WhenAll(held);
        var refused = await ReadAsync("/");
        ShouldBeRefused(refused, "0x80072321", "Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds.");
        refused.Message.Headers.GetValues("x-ms-ratelimit-time-remaining-xrm-requests").ShouldBe(["0.00"]);
        time.Advance(TimeSpan.FromSeconds(300));
        (await ReadAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<List<Task<Answer>>> HoldAsync(int count)
    {
        var held = Enumerable.Range(0, count).Select(_ => ReadAsync("/held")).ToList();
        for (var n = 0; n < count; n++)
            (await arrived.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue();
        return held;
    }

    private Task HeldAsync()
    {
        arrived.Release();
        return release.Task;
    }

    private async Task<Answer> ReadAsync(string path) => await Answer.OfAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    private static void ShouldBeRefused(Answer answer, string code, string message)
    {
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests, answer.Body);
        answer.Code.ShouldBe(code);
        answer.Text("error", "message").ShouldBe(message);
        answer.Message.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 300);
    }

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
