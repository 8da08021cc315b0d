using Herald.Store;

namespace Herald.Audit.Tests;

public sealed class PostgresPlantedTests() : PlantedConformance(StoreEngine.Postgres)
{
    [Fact]
    public async Task Chains_of_two_processes_are_judged_as_one()
    {
        await AddPlannerAsync("comm_frequency_limit_enabled, comm_max_phone_frequency_per_week", "true, 2");
        await using var other = await Under.OpenAnotherAsync();
        var number = Any.Number();
        foreach (var (store, minute) in new[] { (Store, 0), (other, 1), (Store, 2), (other, 3) })
        {
            var row = Any.Ready(Any.Task(number: number));
            await store.Intake.AppendAsync(row, Ct);
            (await store.Queue.StartAsync(Any.Starts(Owner, Noon + Duration.FromMinutes(minute), Any.Start(row)), Ct)).Started.Count.ShouldBe(1);
        }

        var report = await AuditAsync();

        report.Attempts.ShouldBe(4);
        report.ByRule.ShouldHaveSingleItem();
        report.ByRule["limit"].ShouldBe(2);
    }
}
