using System.Diagnostics;
using System.Net.Http.Json;
using Herald.Testing;
using Npgsql;

namespace Herald.Server.Tests.Processes;

/// <summary>Two real processes on one PostgreSQL: they share the engagements, and the one that is left takes over what the other drove.</summary>
public sealed class TwoProcessTests : IDisposable
{
    private const int Engagements = 6;

    /// <summary>A killed process is found in about two seconds; the defaults are for busy machines and take about eleven.</summary>
    private static readonly (string, string)[] SharpProbes = [("Herald:Silo:ProbeTimeout", "00:00:01"), ("Herald:Silo:MissedProbes", "2"), ("Herald:Silo:Votes", "1")];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-two");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Two_processes_share_the_work_and_one_takes_over_within_5_seconds()
    {
        var database = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        using var first = await StartAsync(database, "a");
        using var second = await StartAsync(database, "b");
        await first.SignInAsync("administrator");
        var engagements = await CreateEngagementsAsync(first);
        await first.SignInAsync();
        await second.SignInAsync();
        await KnownAsync(second, engagements[^1]);

        foreach (var engagement in engagements)
        {
            for (var i = 0; i < 5; i++)
                (await (i % 2 == 0 ? first : second).CreateAsync(engagement, "+15550100")).ShouldNotBeNull(first.Output);
        }

        foreach (var engagement in engagements)
            await Ends.WaitAsync(second, engagement, TimeSpan.FromSeconds(30));
        (await AttemptingProcessesAsync(database)).ShouldBe(2, "each process attempts the engagements placed on it");

        // Texts of both halves wait in the store when the process dies; every one of them is attempted by the survivor.
        first.Kill();
        var clock = Stopwatch.StartNew();
        var tasks = new List<Guid>();
        foreach (var engagement in engagements)
            tasks.Add((await second.CreateAsync(engagement, "+15550100"))!.Value);
        foreach (var engagement in engagements)
            await Ends.WaitAsync(second, engagement, TimeSpan.FromSeconds(20));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5), second.Output);
        foreach (var task in tasks)
            (await Ends.OfTaskAsync(second, task)).ShouldHaveSingleItem().ShouldBe(("Complete", "Delivered"));
    }

    [Fact]
    public async Task When_all_processes_were_killed_the_next_is_ready_within_10_seconds()
    {
        var database = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        (string, string)[] At(string name, int port) =>
            [("ConnectionStrings:Herald", database), ("Herald:DataDirectory", Path.Combine(folder.FullName, name)), ("Herald:Silo:Port", $"{port}"), .. SharpProbes];
        var (one, two) = (Ports.Free(), Ports.Free());
        using (var first = await HeraldProcess.StartAsync(At("a", one)))
        using (var second = await HeraldProcess.StartAsync(At("b", two)))
        {
            first.Kill();
            second.Kill();
        }

        var clock = Stopwatch.StartNew();
        using var next = await HeraldProcess.StartAsync(At("a", one));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), next.Output);
    }

    /// <summary>Settings written at one process are known to the others within a second.</summary>
    private static async Task KnownAsync(HeraldProcess herald, string engagement)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (await herald.CreateAsync(engagement, "+15550100") is null)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
    }

    private Task<HeraldProcess> StartAsync(string database, string name) => HeraldProcess.StartAsync(
        [.. SharpProbes, ("ConnectionStrings:Herald", database), ("Herald:DataDirectory", Path.Combine(folder.FullName, name)), ("Herald:Channels:Simulated:TimeScale", "0.01"), ("Herald:Silo:Port", "0")]);

    private static async Task<IReadOnlyList<string>> CreateEngagementsAsync(HeraldProcess herald)
    {
        var seeded = await herald.GetAsync($"msdyn_proactive_engagement_configs({HeraldProcess.SmsEngagement})?$select=_msdyn_workstream_value,_msdyn_queue_value");
        var made = new List<string>();
        for (var i = 0; i < Engagements; i++)
        {
            var id = Guid.NewGuid().ToString();
            var row = new Dictionary<string, object>
            {
                ["msdyn_proactive_engagement_configid"] = id,
                ["msdyn_name"] = $"Shared {i}",
                ["msdyn_type"] = 100000001,
                ["msdyn_dialmode_type"] = 100000000,
                ["msdyn_engagement_type"] = 100000100,
                ["msdyn_priority"] = 3,
                ["msdyn_processing_order"] = 700610000,
                ["msdyn_workstream@odata.bind"] = $"/msdyn_liveworkstreams({seeded.GetProperty("_msdyn_workstream_value").GetString()})",
                ["msdyn_queue@odata.bind"] = $"/queues({seeded.GetProperty("_msdyn_queue_value").GetString()})",
            };
            using var answer = await herald.Http.PostAsJsonAsync(new Uri("/api/data/v9.2/msdyn_proactive_engagement_configs", UriKind.Relative), row);
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
            made.Add(id);
        }

        return made;
    }

    /// <summary>Every process writes its own hash chain; a line's id begins with the chain's number.</summary>
    private static async Task<long> AttemptingProcessesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("select count(distinct id >> 40) from attempt_log where kind = 0");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
