using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Herald.Server.Tests.Sms;

/// <summary>The provider's side of <c>Messages.json</c>: writes down what comes and answers in the documented shapes. Numbers that end in 0011 are refused, 0429 throttled twice, 0500 a server error, 0999 never answered.</summary>
public sealed class TwilioPeer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource ending = new();
    private int made;

    private TwilioPeer(WebApplication app) => this.app = app;

    public string Url => app.Urls.Single();

    public ConcurrentQueue<Request> Requests { get; } = [];

    public static async Task<TwilioPeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var peer = new TwilioPeer(app);
        app.MapPost("/2010-04-01/Accounts/{sid}/Messages.json", peer.TakeAsync);
        await app.StartAsync();
        return peer;
    }

    public IReadOnlyList<Request> To(string number) => [.. Requests.Where(request => request.Form["To"] == number)];

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        ending.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var form = (await context.Request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var sid = $"SM{Interlocked.Increment(ref made):x32}";
        var headers = context.Request.Headers;
        var request = new Request(context.Request.Path, headers.Authorization.ToString(), headers.ContentType.ToString(), headers.Accept.ToString(), form, sid);
        Requests.Enqueue(request);
        var to = form.GetValueOrDefault("To", "");
        if (to.EndsWith("0999", StringComparison.Ordinal))
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if (to.EndsWith("0011", StringComparison.Ordinal))
            await AnswerAsync(context, 400, """{"code":21211,"message":"Invalid 'To' Phone Number","more_info":"https://www.twilio.com/docs/errors/21211","status":400}""");
        else if (to.EndsWith("0500", StringComparison.Ordinal))
            await AnswerAsync(context, 500, "oops");
        else if (to.EndsWith("0429", StringComparison.Ordinal) && To(to).Count <= 2)
            await AnswerAsync(context, 429, """{"code":20429,"message":"Too Many Requests","more_info":"https://www.twilio.com/docs/errors/20429","status":429}""");
        else
            await AnswerAsync(context, 201, $$"""{"sid":"{{sid}}","status":"queued","num_segments":"1","error_code":null,"error_message":null}""");
    }

    private static Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    public sealed record Request(string Path, string Authorization, string ContentType, string Accept, IReadOnlyDictionary<string, string> Form, string Sid);
}
