using Herald.Core.Deliveries;
using Herald.Store;
using Herald.Store.Queue;
using Herald.Store.Settings;

namespace Herald.Audit.Tests;

public abstract class PlantedConformance(StoreEngine engine) : AuditConformance(engine)
{
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task A_life_without_a_fault_has_no_violations()
    {
        var reached = await StartAsync();
        var givenBack = await StartAsync();
        var last = await StartAsync(Noon + Hour);
        await FinishAsync(reached, Noon + Duration.FromMinutes(1), DeliveryResult.LiveAnswer);
        await GiveBackAsync(givenBack, Noon + Duration.FromSeconds(1));
        await Store.Facts.SetConsentAsync(Channel.Voice, last.Task.Contacts[0].MobilePhone!, true, ConsentSource.Internal, Noon + Hour + Hour, Ct);
        await Store.Settings.SetSuspendedAsync(Any.Engagement, true, SuspensionType.ApiAction, null, Noon + Hour + Hour, Ct);

        var report = await AuditAsync();

        report.Violations.ShouldBeEmpty();
        report.ViolationCount.ShouldBe(0);
        report.Attempts.ShouldBe(3);
        report.Lines.ShouldBe(5);
        report.NotJudged.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_line_shows()
    {
        var task = await StartAsync();
        await StartAsync();
        await Under.WriteAsync("update attempt_log set zone = 'Europe/Rome' where delivery_id = @id", task.DeliveryId);

        var found = (await AuditAsync()).Violations.ShouldHaveSingleItem();

        found.Rule.ShouldBe("hash");
        found.DeliveryId.ShouldBe(task.DeliveryId);
    }

    [Fact]
    public async Task A_line_taken_out_shows()
    {
        var task = await StartAsync();
        await StartAsync();
        await Under.WriteAsync("delete from attempt_log where delivery_id = @id", task.DeliveryId);

        (await BrokenAsync()).ShouldBe(["hash", "missing"]);
    }

    [Fact]
    public async Task A_log_cut_off_at_its_end_shows()
    {
        await StartAsync();
        var task = await StartAsync();
        await Under.WriteAsync("delete from attempt_log where delivery_id = @id", task.DeliveryId);

        (await BrokenAsync()).ShouldBe(["missing"]);
    }

    [Fact]
    public async Task A_start_that_was_told_not_to_count_shows()
    {
        var task = await StartAsync();
        await Under.WriteAsync("update attempt_log set counts = false where delivery_id = @id", task.DeliveryId);

        (await BrokenAsync()).ShouldBe(["counts"]);
    }

    [Fact]
    public async Task A_number_that_was_opted_out_shows_and_one_in_the_same_moment_does_not()
    {
        var before = await StartAsync();
        var same = await StartAsync();
        await OptOutAsync(before.Task, Noon - Hour);
        await OptOutAsync(same.Task, Noon - Duration.FromSeconds(1));

        var found = (await AuditAsync()).Violations.ShouldHaveSingleItem();

        found.Rule.ShouldBe("opted_out");
        found.TaskId.ShouldBe(before.Task.Id);
    }

    [Fact]
    public async Task An_opt_out_of_texts_forbids_no_call_and_an_opt_in_ends_it()
    {
        var call = await StartAsync();
        var again = await StartAsync();
        await Store.Facts.SetConsentAsync(Channel.Sms, call.Task.Contacts[0].MobilePhone!, true, ConsentSource.Internal, Noon - Hour, Ct);
        await OptOutAsync(again.Task, Noon - Hour - Hour);
        await Store.Facts.SetConsentAsync(Channel.Voice, again.Task.Contacts[0].MobilePhone!, false, ConsentSource.Internal, Noon - Hour, Ct);

        (await BrokenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deleted_consent_shows()
    {
        var task = await StartAsync();
        await OptOutAsync(task.Task, Noon + Hour);
        await Under.WriteAsync("delete from consent");

        (await BrokenAsync()).ShouldBe(["history"]);
    }

    [Fact]
    public async Task A_start_while_suspended_shows()
    {
        await StartAsync();
        await Store.Settings.SetSuspendedAsync(Any.Engagement, true, SuspensionType.ApiAction, null, Noon - Hour, Ct);

        (await BrokenAsync()).ShouldBe(["suspended"]);
    }

    [Fact]
    public async Task A_start_outside_its_window_shows()
    {
        await StartAsync(Noon + Duration.FromHours(20));

        (await BrokenAsync()).ShouldBe(["window"]);
    }

    [Fact]
    public async Task A_start_in_quiet_hours_of_the_persons_zone_shows()
    {
        await Under.WriteAsync("""insert into quiet_time (id, created_at, modified_at, transactionalweeklyhours) values (@id, 0, 0, '[{"days":["Mon"],"start":"21:00","end":"08:00"}]')""", Any.Engagement);
        await AddPlannerAsync("comm_quiet_time_setting_mobile_phone", "@id");
        // Noon of a Tuesday is 07:00 in New York and 13:00 in Berlin.
        var early = await StartAsync(task: TaskOf("one", "America/New_York"));
        await StartAsync(task: TaskOf("two", "Europe/Berlin"));
        await StartAsync(Noon + Hour, TaskOf("three", "America/New_York"));

        var found = (await AuditAsync()).Violations.ShouldHaveSingleItem();

        found.Rule.ShouldBe("quiet_hours");
        found.TaskId.ShouldBe(early.Task.Id);
    }

    [Fact]
    public async Task A_start_above_a_limit_shows_and_one_given_back_does_not_count()
    {
        await AddPlannerAsync("comm_frequency_limit_enabled, comm_max_frequency_per_day", "true, 1");
        await GiveBackAsync(await StartAsync(task: TaskOf("ada")), Noon);
        await StartAsync(Noon, TaskOf("ada"));
        await StartAsync(Noon, TaskOf("bob"));
        var last = await StartAsync(Noon + Duration.FromDays(1), TaskOf("ada"));
        await StartAsync(Noon + Duration.FromDays(2) + Duration.FromMilliseconds(1), TaskOf("ada"));

        var found = (await AuditAsync()).Violations.ShouldHaveSingleItem();

        found.Rule.ShouldBe("limit");
        found.TaskId.ShouldBe(last.Task.Id);
    }

    [Fact]
    public async Task A_start_against_a_policy_shows()
    {
        var task = await StartAsync(task: TaskOf("one"));
        await StartAsync(task: TaskOf("two") with { AcceptedAt = Noon + Hour, Id = Any.Id(Noon + Hour) });
        await Under.WriteAsync("insert into cancellation_policy (id, country_codes, created_at, modified_at) values (@id, 'CA, us', 0, 0)", Any.Engagement);
        await Under.WriteAsync($"insert into cancellation_policy_link (id, cancellation_policy, proactive_engagement_configid, created_at, modified_at) values (@id, @id, @id, {(Noon + Duration.FromMinutes(1)).ToUnixTimeMilliseconds()}, 0)", Any.Engagement);

        var found = (await AuditAsync()).Violations.ShouldHaveSingleItem();

        found.Rule.ShouldBe("policy");
        found.TaskId.ShouldBe(task.Task.Id);
    }

    [Fact]
    public async Task A_phone_type_that_was_not_selected_shows()
    {
        await AddPlannerAsync("comm_phone_type_priority", "'HomePhone,BusinessPhone'");
        await StartAsync();

        (await BrokenAsync()).ShouldBe(["phone_type"]);
    }

    [Fact]
    public async Task A_start_against_a_preset_shows()
    {
        await Under.WriteAsync("update engagement set presets = 'us-fl, us-cfpb-debt:Debt' where id = @id", Any.Engagement);
        // 04:00 in Seattle; 08:00 in Halifax, where a number without a stated zone might be.
        var early = await StartAsync(task: TaskOf("one", "America/Los_Angeles"));
        await StartAsync(task: TaskOf("two"));

        var found = (await AuditAsync()).Violations;

        found.ShouldAllBe(violation => violation.Rule == "preset" && violation.TaskId == early.Task.Id);
        found.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_counts_and_the_pause_of_a_preset_are_judged_by_subject()
    {
        await Under.WriteAsync("update engagement set presets = 'us-cfpb-debt:Debt' where id = @id", Any.Engagement);
        var afternoon = Noon + Duration.FromHours(6);
        for (var i = 0; i < 7; i++)
            await FinishAsync(await StartAsync(afternoon, TaskOf("ada", "America/New_York", attribute: "A")), afternoon);
        var eighth = await StartAsync(afternoon, TaskOf("ada", "America/New_York", attribute: "A"));
        await FinishAsync(await StartAsync(afternoon, TaskOf("ada", "America/New_York", attribute: "B")), afternoon, DeliveryResult.LiveAnswer);
        var sixthDay = await StartAsync(afternoon + Duration.FromDays(6), TaskOf("ada", "America/New_York", attribute: "B"));
        await StartAsync(afternoon + Duration.FromDays(7), TaskOf("ada", "America/New_York", attribute: "B"));

        var found = (await AuditAsync()).Violations;

        found.Select(violation => violation.Rule).Distinct().ShouldBe(["preset_limit"]);
        found.Select(violation => violation.TaskId).ShouldBe([eighth.Task.Id, sixthDay.Task.Id]);
    }

    [Fact]
    public async Task The_pauses_of_a_number_after_an_abandoned_call_and_after_a_machine_are_judged()
    {
        await Under.WriteAsync("update engagement set presets = 'uk-ofcom' where id = @id", Any.Engagement);
        var abandoned = await StartAsync();
        var finished = Any.Finished(abandoned, Owner, Noon);
        await Store.Queue.FinishAsync(finished with { Outcome = finished.Outcome with { Abandoned = true } }, Ct);
        var early = await AgainAsync(abandoned, Noon + Duration.FromHours(71));
        await FinishAsync(early, Noon + Duration.FromHours(71), DeliveryResult.AnsweringMachine);
        await FinishAsync(await AgainAsync(abandoned, Noon + Duration.FromHours(95)), Noon + Duration.FromHours(95), DeliveryResult.AnsweringMachineHangup);
        var sooner = await AgainAsync(abandoned, Noon + Duration.FromHours(118));

        var found = (await AuditAsync()).Violations;

        found.ShouldAllBe(violation => violation.Rule == "preset_limit");
        found.Select(violation => violation.TaskId).ShouldBe([early.Task.Id, sooner.Task.Id]);

        Task<Herald.Store.Intake.NewTask> AgainAsync(Herald.Store.Intake.NewTask before, Instant at) => StartAsync(at, TaskOf("ada") with
        {
            Contacts = before.Task.Contacts,
        });
    }

    [Fact]
    public async Task Another_number_in_the_request_shows()
    {
        var task = await StartAsync();
        var body = System.Text.Encoding.UTF8.GetString(await BodyAsync(task.Task.Id)).Replace("+1425", "+1206", StringComparison.Ordinal);
        await Under.WriteAsync(engineIsSqlite ? $"update task_body set body = cast('{body}' as blob)" : $"update task_body set body = convert_to('{body}', 'UTF8')");

        (await BrokenAsync()).ShouldBe(["number"]);
    }

    private readonly bool engineIsSqlite = engine == StoreEngine.Sqlite;

    private Task OptOutAsync(DeliveryTask task, Instant at) =>
        Store.Facts.SetConsentAsync(Channel.Voice, task.Contacts[0].MobilePhone!, true, ConsentSource.Internal, at, Ct);

    private async Task<byte[]> BodyAsync(Guid task)
    {
        await using var connection = await Store.Rows.OpenReaderAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select body from task_body";
        task.ShouldNotBe(Guid.Empty);
        return (byte[])(await command.ExecuteScalarAsync(Ct))!;
    }
}
