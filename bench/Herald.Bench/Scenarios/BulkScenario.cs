using System.Diagnostics;
using Herald.Bench.Baselines;
using Herald.Store;

namespace Herald.Bench.Scenarios;

/// <summary>Bulk intake at the store with 1 M pending: task, body and first delivery row with every index.</summary>
internal static class BulkScenario
{
    private const int Measured = 60_000;

    public static async Task RunAsync(StoreEngine engine, int pending)
    {
        await using var place = await Work.OpenAsync(engine);
        await Work.SeedAsync(place.Store);
        await Work.AppendAsync(place.Store, pending, Work.Waiting);
        await using var bare = await BareRows.OpenAsync(place.Options);
        await bare.InsertAsync(20_000);
        var baseline = await bare.InsertAsync(Measured);
        var clock = Stopwatch.StartNew();
        await Work.AppendAsync(place.Store, Measured, Work.Waiting);
        Report.Rate($"bulk intake, {engine}, {pending:N0} pending", Measured / clock.Elapsed.TotalSeconds, 15_000, baseline);
    }
}
