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

        (await PlanAsync("pick_ready")).ShouldContain("Index Scan using delivery_ready");
        (await PlanAsync("count_agent_calls")).ShouldContain("Index Scan Backward using delivery_answered");
        (await PlanAsync("read_due")).ShouldContain("delivery_staging");
        foreach (var statement in new[] { "start_deliveries", "finish_deliveries" })
        {
            var plan = await PlanAsync(statement);
            plan.ShouldNotContain("delivery_ready");
            plan.ShouldNotContain("delivery_started");
            // A loop over the batch for each of its rows.
            plan.ShouldNotContain("Join Filter: (d.id = n.id)");
        }

        Task<string> PlanAsync(string statement) => PostgresPlan.OfAsync(under, statement);
    }
}
