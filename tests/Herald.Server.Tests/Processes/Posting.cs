using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace Herald.Server.Tests.Processes;

/// <summary>Callers that post texts one after the other to a server in trouble, and what it answered.</summary>
internal sealed class Posting(HeraldProcess herald) : IAsyncDisposable
{
    private const int Callers = 8;

    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> callers = [];
    private TaskCompletionSource answered = new();

    /// <summary>Tasks that were answered 200.</summary>
    public ConcurrentQueue<Guid> Kept { get; } = new();

    /// <summary>Refusals that are not what a caller in trouble is promised: 503 or 429, Retry-After, an error body.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public int Refused { get; private set; }

    public Posting Start()
    {
        for (var i = 0; i < Callers; i++)
            callers.Add(Task.Run(CallAsync));
        return this;
    }

    /// <summary>Waits for the condition, looked at after each answer; at most a minute.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var next = Volatile.Read(ref answered).Task;
            if (condition())
                return;
            await next.WaitAsync(limit.Token);
        }
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(callers);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task CallAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            using var answer = await herald.PostAsync(HeraldProcess.SmsEngagement, "+15550100");
            if (answer.StatusCode == HttpStatusCode.OK)
                Kept.Enqueue(await HeraldProcess.TaskIdAsync(answer));
            else
                await LookAsync(answer);
            Interlocked.Exchange(ref answered, new TaskCompletionSource()).TrySetResult();
        }
    }

    private async Task LookAsync(HttpResponseMessage answer)
    {
        lock (stop)
            Refused++;
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) || answer.Headers.RetryAfter?.Delta is null || !IsError(body))
            Faults.Enqueue($"{(int)answer.StatusCode}, Retry-After {answer.Headers.RetryAfter}: {body}");
    }

    private static bool IsError(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("error").GetProperty("code").GetString()!.StartsWith("0x", StringComparison.Ordinal);
    }
}
