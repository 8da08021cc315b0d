using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Tests.Agents;

/// <summary>A program that talks on calls, on a real port: writes down what it is asked and answers what the test says.</summary>
internal sealed class AgentPeer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Func<AgentPeer, HttpContext, int, Task> answer;

    private AgentPeer(WebApplication app, Func<AgentPeer, HttpContext, int, Task> answer) => (this.app, this.answer) = (app, answer);

    public Uri Url => new($"{app.Urls.Single()}/talk");

    public ConcurrentQueue<(string Body, IHeaderDictionary Headers)> Asked { get; } = new();

    public CancellationTokenSource Ending { get; } = new();

    /// <summary>The answers in turn; afterwards it hangs up.</summary>
    public static Task<AgentPeer> SayingAsync(params string[] answers) =>
        StartAsync((_, context, turn) => AnswerAsync(context, turn < answers.Length ? answers[turn] : """{"action":"hangUp"}"""));

    public static async Task<AgentPeer> StartAsync(Func<AgentPeer, HttpContext, int, Task> answer, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var peer = new AgentPeer(app, answer);
        app.MapPost("/talk", peer.TakeAsync);
        await app.StartAsync();
        return peer;
    }

    public static async Task AnswerAsync(HttpContext context, string body, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    public JsonElement Request(int turn) => JsonDocument.Parse(Asked.ElementAt(turn).Body).RootElement;

    public async ValueTask DisposeAsync()
    {
        await Ending.CancelAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        Ending.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        int turn;
        lock (Asked)
        {
            turn = Asked.Count;
            Asked.Enqueue((body, new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value))));
        }

        await answer(this, context, turn);
    }
}
