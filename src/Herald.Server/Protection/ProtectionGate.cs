using System.Collections.Concurrent;
using System.Globalization;
using Herald.Server.Errors;
using Herald.WebApi;

namespace Herald.Server.Protection;

/// <summary>429 for a caller that asks too much: requests, execution time, concurrency. A batch counts as one request, its time counts whole.</summary>
internal sealed class ProtectionGate(RequestDelegate next, ProtectionOptions limits, TimeProvider time)
{
    private const int MaxCallers = 10_000;

    private readonly ConcurrentDictionary<Guid, CallerWindow> windows = new();

    public async Task InvokeAsync(HttpContext context)
    {
        var window = Window(context.Features.Get<Caller>()!.UserId);
        var verdict = window.Enter(Now(), limits);
        var headers = context.Response.Headers;
        headers["x-ms-ratelimit-burst-remaining-xrm-requests"] = verdict.RequestsLeft.ToString(CultureInfo.InvariantCulture);
        headers["x-ms-ratelimit-time-remaining-xrm-requests"] = verdict.TimeLeft.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        if (verdict.Refused)
        {
            headers.RetryAfter = verdict.RetryAfter.ToString(CultureInfo.InvariantCulture);
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, verdict.Code, Message(verdict));
            return;
        }

        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            window.Leave(Now(), time.GetElapsedTime(started));
        }
    }

    private string Message(ProtectionVerdict verdict) => verdict switch
    {
        { Code: "0x80072322" } => string.Create(CultureInfo.InvariantCulture, $"Number of requests exceeded the limit of {limits.Requests} over time window of {CallerWindow.Seconds} seconds."),
        { Code: "0x80072321" } => string.Create(CultureInfo.InvariantCulture, $"Combined execution time of incoming requests exceeded limit of {limits.Execution.TotalMilliseconds:N0} milliseconds over time window of {CallerWindow.Seconds} seconds."),
        _ => string.Create(CultureInfo.InvariantCulture, $"Number of concurrent requests exceeded the limit of {limits.Concurrent}."),
    };

    private CallerWindow Window(Guid caller)
    {
        if (windows.TryGetValue(caller, out var known))
            return known;
        if (windows.Count >= MaxCallers)
            ForgetOld();
        return windows.GetOrAdd(caller, static _ => new CallerWindow());
    }

    private void ForgetOld()
    {
        var now = Now();
        foreach (var (caller, window) in windows)
        {
            if (now - window.LastSeen > CallerWindow.Seconds)
                windows.TryRemove(caller, out _);
        }
    }

    private long Now() => time.GetTimestamp() / time.TimestampFrequency;
}
