using System.Diagnostics;
using Herald.Dispatch;
using Herald.Dispatch.Settings;
using Herald.Store;

namespace Herald.Bench.Scenarios;

/// <summary>How long it takes to say why a task waits, in a store of a million.</summary>
internal static class ExplainScenario
{
    private const int Asked = 1_000;

    public static async Task RunAsync(StoreEngine engine, int waiting)
    {
        await using var place = await Work.OpenAsync(engine);
        await Work.SeedAsync(place.Store);
        var ids = new List<Guid>();
        await Work.AppendAsync(place.Store, waiting, (now, batch) =>
        {
            var task = Work.Waiting(now, batch);
            if (ids.Count < Asked || Random.Shared.Next(waiting) < Asked)
                ids.Add(task.Task.Id);
            return task;
        });
        using var settings = new SettingsCache(place.Store);
        var explanations = new TaskExplanations(place.Store, settings, TimeProvider.System);
        await explanations.ExplainAsync(ids[0], CancellationToken.None);
        var times = new List<double>();
        foreach (var id in ids.OrderBy(_ => Random.Shared.Next()).Take(Asked))
        {
            var clock = Stopwatch.StartNew();
            await explanations.ExplainAsync(id, CancellationToken.None);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"explain among {waiting:N0} tasks, {engine}: p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms (goal 10 ms)");
    }
}
