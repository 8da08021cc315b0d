using Herald.Audit;
using Herald.Core.Deliveries;
using Herald.Simulation.Tests.Judging;
using Herald.Simulation.Tests.Living;
using Herald.Store;

namespace Herald.Simulation.Tests;

/// <summary>
/// Whole engines over weeks of simulated life. <c>HERALD_SEED</c> replays one world; <c>HERALD_SOAK</c> makes many more.
/// </summary>
public abstract class SimulationTests(StoreEngine engine)
{
    private const int Tasks = 600;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_every_task_ends_and_the_auditor_finds_nothing(int world)
    {
        var given = Environment.GetEnvironmentVariable("HERALD_SEED");
        var seed = given is null ? Random.Shared.Next() : int.Parse(given, null);
        TestContext.Current.TestOutputHelper!.WriteLine($"World {world}: HERALD_SEED={seed}");
        await LiveAsync(seed);
    }

    [Fact(Explicit = true)]
    public async Task The_same_for_many_worlds()
    {
        var worlds = int.Parse(Environment.GetEnvironmentVariable("HERALD_SOAK_WORLDS") ?? "40", null);
        for (var i = 0; i < worlds; i++)
            await LiveAsync(Random.Shared.Next());
    }

    private async Task LiveAsync(int seed)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var world = await World.FoundAsync(seed, time => QuickStore.OpenAsync(engine, time));
        await world.LiveAsync(Tasks);
        var lived = TimeProvider.System.GetElapsedTime(began);
        var faults = await Lives.FaultsAsync(world);
        var report = await Auditor.RunAsync(Options(world), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"Seed {seed}: {world.Accepted.Count} tasks, {report.Attempts} attempts, {world.Steps} steps, {world.Kills} kills, {world.Life.Restless} restless, lived {lived.TotalSeconds:0.0} s of {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s");
        foreach (var (end, count) in await world.Rows.ReadAsync("select d.status, d.result, d.reason_code, count(*) from delivery d group by d.status, d.result, d.reason_code order by 4 desc", row => ($"{(DeliveryStatus)row.GetInt32(0)} {(DeliveryResult)row.GetInt32(1)} {(row.IsDBNull(2) ? "-" : row.GetString(2))}", row.GetInt64(3))))
            TestContext.Current.TestOutputHelper!.WriteLine($"  {count} {end}");
        foreach (var (why, count) in report.NotJudged)
            TestContext.Current.TestOutputHelper!.WriteLine($"not judged: {count}, {why}");
        string.Join("\n", faults.Concat(report.Violations.Take(20).Select(found => found.ToString()))).ShouldBe("", $"HERALD_SEED={seed}");
        report.Attempts.ShouldBeGreaterThan(Tasks / 3);
    }

    private AuditOptions Options(World world) => engine == StoreEngine.Sqlite
        ? new AuditOptions { DatabaseFile = Path.Combine(world.Place.Options.DataDirectory!, "herald.db"), Grace = Duration.FromMilliseconds(1) }
        : new AuditOptions { ConnectionString = world.Place.Options.ConnectionString, Grace = Duration.FromMilliseconds(1) };
}
