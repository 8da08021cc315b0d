using System.Diagnostics;
using System.Net.Http.Headers;

namespace Herald.Bench.Load;

/// <summary>The same load by .NET's own HttpClient, as an integrator would send it: what it costs is part of both sides.</summary>
internal static class ClientLoad
{
    public static async Task<LoadResult> RunAsync(Uri url, string body, string? token, int connections, TimeSpan duration)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var http = new HttpClient(handler);
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var payload = System.Text.Encoding.UTF8.GetBytes(body);
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => CallerAsync(http, url, payload, clock, duration))));
        var seconds = clock.Elapsed.TotalSeconds;
        return LoadResult.Of(runs.SelectMany(run => run.Times), runs.Sum(run => run.Failed), seconds);
    }

    /// <summary>GETs: each caller goes through all addresses in turn, beginning at a place of its own.</summary>
    public static async Task<LoadResult> ReadAsync(IReadOnlyList<Uri> urls, string? token, int connections, TimeSpan duration)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var http = new HttpClient(handler);
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var clock = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(n => Task.Run(() => ReaderAsync(http, urls, n * urls.Count / connections, clock, duration))));
        var seconds = clock.Elapsed.TotalSeconds;
        return LoadResult.Of(runs.SelectMany(run => run.Times), runs.Sum(run => run.Failed), seconds);
    }

    private static async Task<(List<double> Times, long Failed)> ReaderAsync(HttpClient http, IReadOnlyList<Uri> urls, int next, Stopwatch clock, TimeSpan duration)
    {
        var times = new List<double>(65_536);
        long failed = 0;
        while (clock.Elapsed < duration)
        {
            var begun = clock.Elapsed;
            using var answer = await http.GetAsync(urls[next++ % urls.Count]);
            await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode)
                failed++;
            times.Add((clock.Elapsed - begun).TotalMilliseconds);
        }

        return (times, failed);
    }

    private static async Task<(List<double> Times, long Failed)> CallerAsync(HttpClient http, Uri url, byte[] payload, Stopwatch clock, TimeSpan duration)
    {
        var times = new List<double>(65_536);
        long failed = 0;
        while (clock.Elapsed < duration)
        {
            var begun = clock.Elapsed;
            using var content = new ByteArrayContent(payload);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await http.PostAsync(url, content);
            await answer.Content.ReadAsByteArrayAsync();
            if (!answer.IsSuccessStatusCode)
                failed++;
            times.Add((clock.Elapsed - begun).TotalMilliseconds);
        }

        return (times, failed);
    }
}
