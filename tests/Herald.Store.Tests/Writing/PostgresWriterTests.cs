using System.Collections.Concurrent;

namespace Herald.Store.Tests.Writing;

public sealed class PostgresWriterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fast")]
    [InlineData("immediate")]
    public async Task A_server_that_restarts_under_load_keeps_what_was_answered_and_nothing_else(string mode)
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await using var under = await StoreUnderTest.PostgresAsync(cluster);
        var accepted = new ConcurrentBag<Guid>();
        var refused = new ConcurrentBag<Guid>();
        var before = new TaskCompletionSource();
        var restarted = false;
        var recovered = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 16).Select(_ => Task.Run(CallAsync, Ct)).ToList();

        await before.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        await cluster.StopAsync(mode);
        await cluster.BeginAsync();
        Volatile.Write(ref restarted, true);
        await Task.WhenAll(callers).WaitAsync(TimeSpan.FromSeconds(90), Ct);

        // Nobody may have been refused: a commit in doubt waits for the server, and its callers with it.
        foreach (var id in refused)
            (await under.Store.Tasks.ReadAsync(id, Ct)).ShouldBeNull();
        var found = 0L;
        foreach (var id in accepted)
            found += await under.Store.Tasks.ReadAsync(id, Ct) is null ? 0 : 1;
        found.ShouldBe(accepted.Count);
        (await under.ReadAsync("select count(*) from task")).ShouldBe(accepted.Count);
        (await under.ReadAsync("select count(*) from delivery")).ShouldBe(accepted.Count);

        async Task CallAsync()
        {
            while (!recovered.Task.IsCompleted)
            {
                var task = Any.Ready();
                try
                {
                    await under.Store.Intake.AppendAsync(task, Ct);
                    accepted.Add(task.Task.Id);
                    if (accepted.Count > 200)
                        before.TrySetResult();
                    if (Volatile.Read(ref restarted))
                        recovered.TrySetResult();
                }
                catch (StoreUnavailableException)
                {
                    refused.Add(task.Task.Id);
                }
            }
        }
    }

    [Fact]
    public async Task Starts_and_picks_read_small_indexes_even_on_an_old_statistic()
    {
        await using var under = await StoreUnderTest.Postgres();
        await under.WriteAsync("analyze");
        foreach (var task in Enumerable.Range(0, 2_000).Select(rank => Any.Waiting(Any.Noon + Duration.FromHours(1) + Duration.FromMilliseconds(rank))).Chunk(500))
            await Task.WhenAll(task.Select(one => under.Store.Intake.AppendAsync(one, Ct).AsTask()));

        (await PlanAsync("pick_ready", "delivery_ready")).ShouldNotContain("Seq Scan on delivery");
        (await PlanAsync("read_due", "delivery_staging")).ShouldNotContain("Seq Scan on delivery");
        (await PlanAsync("start_deliveries", "delivery_pkey")).ShouldNotContain("delivery_ready");
        (await PlanAsync("finish_deliveries", "delivery_pkey")).ShouldNotContain("delivery_started");

        async Task<string> PlanAsync(string statement, string index)
        {
            var plan = await PostgresPlan.OfAsync(under, statement);
            plan.ShouldContain(index);
            return plan;
        }
    }
}
