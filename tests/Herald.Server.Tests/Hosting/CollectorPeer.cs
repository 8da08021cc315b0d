using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Herald.Server.Tests.Hosting;

/// <summary>An OTLP collector (https://opentelemetry.io/docs/specs/otlp/#otlphttp): takes what is exported and knows the names in it, which protobuf writes as plain text.</summary>
internal sealed class CollectorPeer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> bodies = new();
    private TaskCompletionSource came = new();

    private CollectorPeer(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public static async Task<CollectorPeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var peer = new CollectorPeer(app);
        app.MapPost("/v1/{signal}", peer.TakeAsync);
        await app.StartAsync();
        return peer;
    }

    /// <summary>Waits until everything named came for the signal (<c>metrics</c>, <c>traces</c>); at most a minute.</summary>
    public async Task UntilAsync(string signal, params string[] names)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var next = Volatile.Read(ref came).Task;
            if (bodies.TryGetValue(signal, out var all) && names.All(name => all.Contains(name, StringComparison.Ordinal)))
                return;
            await next.WaitAsync(limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, string signal)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var text = Encoding.Latin1.GetString(body.ToArray());
        bodies.AddOrUpdate(signal, text, (_, before) => before + text);
        Interlocked.Exchange(ref came, new TaskCompletionSource()).TrySetResult();
    }
}
