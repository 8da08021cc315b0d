using Herald.Core.Deliveries;
using Herald.Store;
using Herald.Store.Consents;
using Herald.Store.Intake;
using Herald.Testing;
using NodaTime;

namespace Herald.Bench.Scenarios;

/// <summary>
/// Dispatch with every rule active against dispatch without: quiet hours, limits of planner and organisation for people and numbers, 100,000
/// opt-outs, a policy, chains of two people, three presets of which two count and one pauses. Both in one run, on stores of their own.
/// </summary>
internal static class RulesScenario
{
    private const int OptOuts = 100_000;
    private const int Waiting = 10_000;

    public static async Task RunAsync(StoreEngine engine)
    {
        var bare = await MeasureAsync(engine, Work.Ready, _ => Task.CompletedTask);
        var ruled = await MeasureAsync(engine, Chain, AddRulesAsync);
        Report.Ratio($"dispatch with every rule ({ruled:N0}/s) against none ({bare:N0}/s), {engine}", ruled, bare, 0.6);
    }

    private static async Task<double> MeasureAsync(StoreEngine engine, Func<Instant, Guid?, NewTask> make, Func<StoreUnderTest, Task> prepare)
    {
        await using var place = await Work.OpenAsync(engine);
        await Work.SeedAsync(place.Store);
        await prepare(place);
        await Work.AppendAsync(place.Store, Waiting, Work.Waiting);
        await Work.AppendAsync(place.Store, DispatchScenario.Warm + DispatchScenario.Measured, make);
        await Work.SettleContactsAsync(place.Store);
        if (Environment.GetEnvironmentVariable("HERALD_BENCH_COST") == "1")
        {
            await RulesCost.PrintAsync(place.Store, $"{place.Store.Engine}");
            return 1;
        }

        return await DispatchScenario.DispatchAsync(place.Store);
    }

    private static async Task AddRulesAsync(StoreUnderTest place)
    {
        const string id = "@id";
        const string nobody = "'[{\"days\":[\"Mon\",\"Tue\",\"Wed\",\"Thu\",\"Fri\",\"Sat\",\"Sun\"],\"start\":\"02:00\",\"end\":\"05:00\"}]'";
        var flag = place.Store.Engine == StoreEngine.Sqlite ? "1" : "true";
        await place.WriteAsync($"insert into quiet_time (id, name, timezonesource, transactionalweeklyhours, created_at, modified_at) values ({id}, 'night', 1, {nobody}, 0, 0)", Work.Engagement);
        await place.WriteAsync($"""
            insert into planner (id, name, proactive_engagement_config_id, comm_frequency_limit_enabled, comm_frequency_global_limit_respected, comm_max_frequency_per_day, comm_max_frequency_per_week,
                comm_max_phone_frequency_per_day, comm_max_phone_frequency_per_week, comm_quiet_time_setting_mobile_phone, number_of_retries, created_at, modified_at)
            values ({id}, 'p', {id}, {flag}, {flag}, 3, 7, 3, 7, {id}, 2, 0, 0)
            """, Work.Engagement);
        await place.WriteAsync($"insert into global_limits (id, name, comm_frequency_limit_enabled, comm_max_frequency_per_day, comm_max_frequency_per_month, created_at, modified_at) values ({id}, 'g', {flag}, 5, 30, 0, 0)", Work.Engagement);
        await place.WriteAsync($"insert into cancellation_policy (id, name, country_codes, state_codes, created_at, modified_at) values ({id}, 'c', 'USA,US', 'NV, OR', 0, 0)", Work.Engagement);
        await place.WriteAsync($"insert into cancellation_policy_link (id, name, cancellation_policy, proactive_engagement_configid, created_at, modified_at) values ({id}, 'l', {id}, {id}, 9000000000000, 0)", Work.Engagement);
        await place.WriteAsync($"update engagement set presets = 'us-tcpa, us-fl, us-cfpb-debt' where id = {id}", Work.Engagement);
        var upload = new ConsentUpload(Guid.NewGuid(), null, UploadProgress.InProgress, 0, 0, 0, null, Work.SystemClockNow());
        foreach (var step in Enumerable.Range(0, OptOuts).Chunk(500))
            await place.Store.Consents.WriteAsync(upload, [.. step.Select(i => new ConsentEntry(Channel.Sms, $"+1207{i:0000000}", true))], CancellationToken.None);
    }

    /// <summary>Two people, in a zone where it is noon: the presets' hours hold whenever the bench runs.</summary>
    private static NewTask Chain(Instant now, Guid? batch)
    {
        var one = Work.Ready(now, batch);
        var hours = 12 - now.InUtc().Hour;
        var zone = hours == 0 ? "Etc/GMT" : $"Etc/GMT{(hours > 0 ? "-" : "+")}{Math.Abs(hours)}";
        var first = one.Task.Contacts[0] with { TimeZone = zone };
        var second = Work.Ready(now, batch).Task.Contacts[0] with { TimeZone = zone };
        return one with { Task = one.Task with { Contacts = [first, second] } };
    }
}
