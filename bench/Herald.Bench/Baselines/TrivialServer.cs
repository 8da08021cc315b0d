using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Herald.Bench.Baselines;

/// <summary>The least an ASP.NET Core server can do with a request: read the body, answer a small JSON. Runs in a process of its own, as Herald does.</summary>
internal static class TrivialServer
{
    private static readonly byte[] Answer = """{"DeliveryId":"00000000-0000-0000-0000-000000000000","DeliveryTaskId":"00000000-0000-0000-0000-000000000000"}"""u8.ToArray();

    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapPost("/", async context =>
        {
            var buffer = new byte[4096];
            while (await context.Request.Body.ReadAsync(buffer) > 0)
            {
            }

            await AnswerAsync(context);
        });
        app.MapGet("/", AnswerAsync);
        await app.StartAsync();
        Console.WriteLine($"ready {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        return context.Response.Body.WriteAsync(Answer, 0, Answer.Length);
    }
}
