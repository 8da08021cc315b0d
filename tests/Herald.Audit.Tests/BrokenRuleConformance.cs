using Herald.Audit.Rules;
using Herald.Core.Deliveries;
using Herald.Store;

namespace Herald.Audit.Tests;

/// <summary>One attempt too many or at the wrong moment, for every rule and every place that it can be written in: the audit names that attempt and that rule, and nothing else.</summary>
public abstract class BrokenRuleConformance(StoreEngine engine) : AuditConformance(engine)
{

    [Theory]
    [InlineData("comm_max_frequency_per_day", 1)]
    [InlineData("comm_max_frequency_per_week", 7)]
    [InlineData("comm_max_frequency_per_month", 30)]
    [InlineData("comm_max_phone_frequency_per_day", 1)]
    [InlineData("comm_max_phone_frequency_per_week", 7)]
    [InlineData("comm_max_phone_frequency_per_month", 30)]
    public async Task The_start_that_is_one_too_many_of_a_limit_shows(string column, int days)
    {
        foreach (var organisation in new[] { false, true })
        {
            await LimitAsync(column, organisation);
            // The third start lies in the period of the first two, the last just after it.
            var number = Any.Number();
            var task = TaskOf($"ada {organisation}") with { Windows = [new Window(Noon - Duration.FromDays(1), Noon + Duration.FromDays(100))] };
            task = task with { Contacts = [task.Contacts[0] with { MobilePhone = number }] };
            var starts = new[] { Duration.Zero, Duration.FromHours(1), Duration.FromDays(days), Duration.FromDays(days) + Duration.FromHours(1) + Duration.FromMilliseconds(1) };
            var victim = Guid.Empty;
            for (var i = 0; i < starts.Length; i++)
            {
                var own = Any.Id(Noon + starts[i]);
                var started = await StartAsync(Noon + starts[i], task with { Id = own });
                await FinishAsync(started, Noon + starts[i] + Duration.FromMilliseconds(1));
                victim = i == 2 ? own : victim;
            }

            var found = (await AuditAsync()).Violations.ShouldHaveSingleItem($"{column}, organisation {organisation}");
            found.Rule.ShouldBe("limit");
            found.TaskId.ShouldBe(victim);
            found.Detail.ShouldContain(column);
            await ForgetAsync();
        }
    }

    [Theory]
    [InlineData("mobile", false)]
    [InlineData("business", false)]
    [InlineData("home", false)]
    [InlineData("mobile", true)]
    [InlineData("business", true)]
    [InlineData("home", true)]
    public async Task A_start_in_quiet_hours_shows_for_its_own_type_of_number_alone(string type, bool organisation)
    {
        // Tuesday noon UTC is 13:00 in Berlin.
        await Under.WriteAsync("""insert into quiet_time (id, created_at, modified_at, transactionalweeklyhours) values (@id, 0, 0, '[{"days":["Tue"],"start":"13:00","end":"13:30"}]')""", Any.Engagement);
        if (organisation)
        {
            await AddPlannerAsync("comm_frequency_global_limit_respected", "true");
            await Under.WriteAsync($"insert into global_limits (id, created_at, modified_at, comm_quiet_time_setting_{type}) values (@id, 0, 0, @id)", Any.Engagement);
        }
        else
            await AddPlannerAsync($"comm_quiet_time_setting_{type}_phone", "@id");

        await StartAsync(task: TaskOf("one", "Europe/Berlin"));
        await StartAsync(Noon + Duration.FromMinutes(30), TaskOf("two", "Europe/Berlin"));
        await StartAsync(Noon - Duration.FromMilliseconds(1), TaskOf("three", "Europe/Berlin"));

        (await AuditAsync(Duration.Zero)).ByRule.ShouldBe(type == "mobile" ? new Dictionary<string, long> { ["quiet_hours"] = 1 } : []);
    }

    [Fact]
    public async Task A_start_on_a_quiet_date_shows_and_both_hours_of_a_night_that_has_one_twice()
    {
        await Under.WriteAsync("""insert into quiet_time (id, created_at, modified_at, transactionalweeklyhours, transactionaldates) values (@id, 0, 0, '[{"days":["Sun"],"start":"01:15","end":"01:45"}]', '[{"from":"2026-11-24"}]')""", Any.Engagement);
        await AddPlannerAsync("comm_quiet_time_setting_mobile_phone, comm_default_timezone", "@id, 'America/New_York'");
        var night = Instant.FromUtc(2026, 11, 1, 5, 30);

        // 01:30 comes twice on 1 November in New York, 01:50 never forbids; 24 November is quiet from local midnight on.
        foreach (var at in new[] { night, night + Duration.FromHours(1), night + Duration.FromMinutes(20), Instant.FromUtc(2026, 11, 24, 4, 59), Instant.FromUtc(2026, 11, 24, 5, 0), Instant.FromUtc(2026, 11, 25, 5, 0) })
            await StartAsync(at, TaskOf($"at {at}", at: at));

        var found = (await AuditAsync()).Violations;
        found.ShouldAllBe(violation => violation.Rule == "quiet_hours");
        found.Select(violation => violation.At).ShouldBe([night, night + Duration.FromHours(1), Instant.FromUtc(2026, 11, 24, 5, 0)]);
    }

    [Theory]
    [InlineData("update operating_hour set starttimestring = '13:00', endtimestring = '20:00'", true)]
    [InlineData("update operating_hour set starttimestring = '08:00', endtimestring = '12:00'", true)]
    [InlineData("update operating_hour set starttimestring = '12:00', endtimestring = '13:00'", false)]
    [InlineData("insert into calendar_rule (id, calendarid, starttime, duration, pattern, created_at, modified_at) values (@id, @id, '08:00', 600, 'FREQ=WEEKLY;BYDAY=MO,WE', 0, 0)", true)]
    [InlineData("insert into calendar_rule (id, calendarid, starttime, duration, pattern, created_at, modified_at) values (@id, @id, '08:00', 600, 'FREQ=WEEKLY;BYDAY=TU', 0, 0)", false)]
    [InlineData("insert into calendar_rule (id, calendarid, extentcode, effectiveintervalstart, created_at, modified_at) values (@id, @id, 1, 1795478400000, 0, 0)", true)]
    public async Task A_start_while_the_queue_was_closed_shows(string hours, bool closed)
    {
        await Under.WriteAsync($"insert into operating_hour (id, timezone, calendarid, created_at, modified_at) values (@id, 'UTC', '{Any.Engagement}', 0, 0)", Any.Engagement);
        await Under.WriteAsync("insert into queue (id, operatinghourid, created_at, modified_at) values (@id, @id, 0, 0)", Any.Engagement);
        await Under.WriteAsync("update engagement set queue = @id where id = @id", Any.Engagement);
        await Under.WriteAsync(hours, Any.Engagement);
        await StartAsync();

        (await BrokenAsync()).ShouldBe(closed ? ["queue_hours"] : []);

        await Under.WriteAsync("update engagement set ignore_queue_hours = true where id = @id", Any.Engagement);
        (await BrokenAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("country_codes", "'US'", true)]
    [InlineData("country_codes", "'CA'", false)]
    [InlineData("state_codes", "'wa, OR'", true)]
    [InlineData("state_codes", "'W'", false)]
    [InlineData("postal_codes", "'98101'", false)]
    public async Task A_start_against_a_policy_shows_by_each_of_its_lists(string column, string value, bool broken)
    {
        await StartAsync(task: TaskOf("one"));
        await Under.WriteAsync($"insert into cancellation_policy (id, {column}, created_at, modified_at) values (@id, {value}, 0, 0)", Any.Engagement);
        await Under.WriteAsync($"insert into cancellation_policy_link (id, cancellation_policy, proactive_engagement_configid, created_at, modified_at) values (@id, @id, @id, {(Noon + Duration.FromMinutes(1)).ToUnixTimeMilliseconds()}, 0)", Any.Engagement);

        (await BrokenAsync()).ShouldBe(broken ? ["policy"] : []);
    }

    [Theory]
    [InlineData("update engagement set state = 1")]
    [InlineData("delete from engagement")]
    public async Task A_start_of_an_engagement_that_was_not_to_be_used_shows(string change)
    {
        await StartAsync();
        await Under.WriteAsync(change);

        (await BrokenAsync()).ShouldBe(["configuration"]);
    }

    [Fact]
    public async Task A_start_in_a_zone_that_does_not_exist_shows()
    {
        await Under.WriteAsync("""insert into quiet_time (id, created_at, modified_at, transactionalweeklyhours) values (@id, 0, 0, '[{"days":["Mon"],"start":"21:00","end":"22:00"}]')""", Any.Engagement);
        await AddPlannerAsync("comm_quiet_time_setting_mobile_phone, comm_default_timezone", "@id, 'Nowhere/Land'");
        await StartAsync();

        (await BrokenAsync()).ShouldBe(["configuration"]);
    }

    /// <summary>For every preset: the first moment of a week in which it is open and the first in which it is closed, in a zone that its person states.</summary>
    [Fact]
    public async Task Every_preset_shows_the_start_that_it_forbids_and_no_other()
    {
        foreach (var name in Core.Eligibility.Regulations.PresetCatalogue.All.Select(preset => preset.Name))
        {
            if (PresetTable.Find(name) is not [{ HasHours: true } clause])
                continue;
            await Under.WriteAsync($"update engagement set presets = '{name}' where id = @id", Any.Engagement);
            var monday = new LocalDateTime(2026, 11, 16, 0, 0);
            var moments = Enumerable.Range(0, 7 * 48).Select(step => monday.PlusMinutes(step * 30)).ToList();
            var (open, closed) = (moments.First(local => !clause.Forbids(local)), moments.Last(clause.Forbids));
            var zone = DateTimeZoneProviders.Tzdb["America/Denver"];
            await StartAsync(open.InZoneStrictly(zone).ToInstant(), TaskOf($"open {name}", zone.Id));
            var victim = await StartAsync(closed.InZoneStrictly(zone).ToInstant(), TaskOf($"closed {name}", zone.Id));

            var found = (await AuditAsync()).Violations.ShouldHaveSingleItem(name);
            found.Rule.ShouldBe("preset");
            found.TaskId.ShouldBe(victim.Task.Id);
            found.Detail.ShouldStartWith(name);
            await ForgetAsync();
        }
    }

    /// <summary>For every preset that counts: as many starts as it allows, and one more.</summary>
    [Fact]
    public async Task Every_preset_that_counts_shows_the_start_that_is_one_too_many()
    {
        foreach (var name in Core.Eligibility.Regulations.PresetCatalogue.All.Select(preset => preset.Name))
        {
            if (PresetTable.Find(name) is not [{ Most: > 0 } clause])
                continue;
            await Under.WriteAsync($"update engagement set presets = '{name}' where id = @id", Any.Engagement);
            // Afternoons of a Tuesday in Denver, where each of them is open.
            var at = Instant.FromUtc(2026, 11, 24, 18, 0);
            var victim = Guid.Empty;
            for (var i = 0; i <= clause.Most; i++)
            {
                var started = await StartAsync(at + Duration.FromMinutes(i), TaskOf($"ada {name}", "America/Denver"));
                await FinishAsync(started, at + Duration.FromMinutes(i));
                victim = started.Task.Id;
            }

            var found = (await AuditAsync()).Violations.ShouldHaveSingleItem(name);
            found.Rule.ShouldBe("preset_limit");
            found.TaskId.ShouldBe(victim);
            await ForgetAsync();
        }
    }

    private Task LimitAsync(string column, bool organisation) => organisation
        ? WriteAllAsync(
            "insert into planner (id, proactive_engagement_config_id, comm_frequency_global_limit_respected, created_at, modified_at) values (@id, @id, true, 0, 0)",
            $"insert into global_limits (id, comm_frequency_limit_enabled, {column}, created_at, modified_at) values (@id, true, 2, 0, 0)")
        : AddPlannerAsync($"comm_frequency_limit_enabled, {column}", "true, 2");

    // A next case begins without the attempts and the settings of the last: its log is pruned.
    private Task ForgetAsync() => WriteAllAsync(
        "update log_chain set pruned_number = (select max(id) from attempt_log) % 1099511627776, pruned_hash = (select hash from attempt_log order by id desc limit 1)",
        "delete from attempt_log",
        "delete from planner",
        "delete from global_limits");

    private async Task WriteAllAsync(params string[] statements)
    {
        foreach (var statement in statements)
            await Under.WriteAsync(statement, Any.Engagement);
    }
}
