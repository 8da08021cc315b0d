using System.Diagnostics;
using Herald.Core.Deliveries;
using Herald.Store;
using Herald.Store.Consents;

namespace Herald.Bench.Scenarios;

/// <summary>A list of a million opt-outs in steps, a tenth of them of people for whom something is queued.</summary>
internal static class ConsentScenario
{
    private const int Queued = 100_000;
    private const int Step = 500;

    public static async Task RunAsync(StoreEngine engine, int numbers)
    {
        await using var place = await Work.OpenAsync(engine);
        await Work.SeedAsync(place.Store);
        var waiting = new List<string>();
        await Work.AppendAsync(place.Store, Queued, (now, batch) =>
        {
            var task = Work.Waiting(now, batch);
            waiting.Add(task.Task.Contacts[0].MobilePhone!);
            return task;
        });
        var all = waiting.Concat(Enumerable.Range(0, numbers - Queued).Select(i => $"+4930{i:00000000}")).ToList();
        var before = Process.GetCurrentProcess().WorkingSet64;
        var clock = Stopwatch.StartNew();
        var steps = await WriteAsync(place.Store, all);
        var seconds = clock.Elapsed.TotalSeconds;
        steps.Sort();
        Console.WriteLine($"{numbers:N0} opt-outs in steps of {Step}, {engine}: {numbers / seconds:N0}/s; a step p50 {steps[steps.Count / 2]:0} ms, p99 {steps[steps.Count * 99 / 100]:0} ms, longest {steps[^1]:0} ms; memory +{(Process.GetCurrentProcess().WorkingSet64 - before) / 1_000_000} MB");
        clock.Restart();
        await WriteAsync(place.Store, all);
        Console.WriteLine($"the same list again, {engine}: {numbers / clock.Elapsed.TotalSeconds:N0}/s");
    }

    private static async Task<List<double>> WriteAsync(IHeraldStore store, List<string> numbers)
    {
        var upload = new ConsentUpload(Guid.NewGuid(), null, UploadProgress.InProgress, 0, 0, 0, null, Work.SystemClockNow());
        var steps = new List<double>();
        foreach (var step in numbers.Chunk(Step))
        {
            var clock = Stopwatch.StartNew();
            var entries = step.Select(number => new ConsentEntry(Channel.Sms, number, true)).ToList();
            upload = upload with { Now = Work.SystemClockNow(), Lines = upload.Lines + step.Length };
            upload = upload with { Written = upload.Written + await store.Consents.WriteAsync(upload, entries, CancellationToken.None) };
            steps.Add(clock.Elapsed.TotalMilliseconds);
        }

        return steps;
    }
}
