using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Engagements.DisplayNumbers;

namespace Herald.Store.Tests.Settings;

public abstract class SettingsConformance(StoreEngine engine) : StoreConformance(engine)
{
    private static readonly Guid Workstream = Guid.Parse("0193a000-0000-7000-8000-0000000000b1");

    private string Yes => Engine == StoreEngine.Sqlite ? "1" : "true";

    [Fact]
    public async Task An_empty_store_has_settings_of_nothing()
    {
        var settings = await Store.Settings.LoadAsync(Ct);

        settings.Engagements.ShouldBeEmpty();
        settings.Organisation.ShouldBe(OrganisationSettings.None);
        settings.Version.ShouldBe(await Store.Settings.ReadVersionAsync(Ct));
    }

    [Fact]
    public async Task An_engagement_is_one_value_with_all_it_refers_to()
    {
        var (profile, queue, template, quiet, fallback, hours, policy) = (Any.Id(), Any.Id(), Any.Id(), Any.Id(), Any.Id(), Any.Id(), Any.Id());
        await InsertAsync("outbound_profile", profile, "channel, transport, rate, receipts", $"100000000, 'sim', 20, {Yes}");
        await InsertAsync("workstream", Workstream, "phonenumber, language, outboundprofileid", $"'+14255550100', 'en-US', {Sql(profile)}");
        await InsertAsync("message_template", template, "content", "'Hi {{FirstName}}'");
        await InsertAsync("quiet_time", quiet, "transactionalweeklyhours, transactionaldates", "'[{\"days\":[\"Mon\",\"sun\"],\"start\":\"21:00\",\"end\":\"08:00\"}]', '[{\"from\":\"2026-12-25\",\"to\":\"2026-12-26\"}]'");
        await InsertAsync("operating_hour", hours, "starttimestring, endtimestring, timezone", "'09:00', '17:30', 'Europe/Rome'");
        await InsertAsync("queue", queue, "operatinghourid", Sql(hours));
        await InsertAsync("engagement", Any.Engagement, "type, dialmode_type, engagement_type, workstream, queue, priority, processing_order, retry_priority_mode, max_concurrent_calls, presets, ring_seconds, bot_failure_treatment_type, bot_failure_treatment_rate_threshold",
            $"100000000, 100000000, 100000100, {Sql(Workstream)}, {Sql(queue)}, 1, 700610003, 700610002, 7, 'fdcpa, tcpa', 25, 192360002, 3");
        await InsertAsync("planner", Any.Id(), "proactive_engagement_config_id, proactive_engagement_message_templateid, fallback_engagement_config_id, number_of_retries, delay_between_retries, reattempt_rules, retry_on_disposition_codes, comm_frequency_limit_enabled, comm_max_frequency_per_day, comm_max_phone_frequency_per_week, comm_phone_type_priority, comm_quiet_time_setting_mobile_phone, comm_time_zone_handling, comm_default_timezone, external_contact_id_column_name",
            $"{Sql(Any.Engagement)}, {Sql(template)}, {Sql(fallback)}, 2, 90, '192360000,192360003', 'A,B', {Yes}, 3, 5, 'HomePhone,MobilePhone', {Sql(quiet)}, 192350001, 'Europe/Rome', 'employeeid'");
        await InsertAsync("cancellation_policy", policy, "country_codes, postal_codes", "'US, IT', '98052'");
        await InsertAsync("cancellation_policy_link", Any.Id(), "cancellation_policy, proactive_engagement_configid", $"{Sql(policy)}, {Sql(Any.Engagement)}");
        await InsertAsync("engagement_attribute", Any.Id(), "keyword, proactive_engagement_config", $"'Answer', {Sql(Any.Engagement)}");

        var settings = await Store.Settings.LoadAsync(Ct);

        settings.Version.ShouldBe(12);
        var engagement = settings.Engagements[Any.Engagement];
        engagement.Unusable.ShouldBeNull();
        (engagement.Priority, engagement.CallOrder, engagement.RetryPriority, engagement.MaxConcurrentCalls).ShouldBe((EngagementPriority.Critical, CallOrder.CustomAscending, RetryPriority.Higher, 7));
        (engagement.BotFailures, engagement.BotFailurePercent).ShouldBe((BotFailureTreatment.Threshold, 3));
        engagement.Presets.ShouldBe(["fdcpa", "tcpa"]);
        engagement.RingTime.ShouldBe(Duration.FromSeconds(25));
        engagement.Template.ShouldBe("Hi {{FirstName}}");
        engagement.Workstream.ShouldBe(new Workstream(Workstream, "+14255550100", "en-US", null, false, profile));
        engagement.Profile.ShouldBe(new OutboundProfile(profile, Channel.Voice, "sim", 20, true));
        var planner = engagement.Planner;
        (planner.Retries, planner.DelayBetweenLoops, planner.ReattemptOn).ShouldBe((2, Duration.FromMinutes(90), ReattemptOn.NoAnswer | ReattemptOn.AnsweringMachine));
        (planner.SystemZone, planner.DefaultZone, planner.FallbackEngagementId, planner.ContactKeyColumn).ShouldBe((true, "Europe/Rome", fallback, "employeeid"));
        planner.Phones.ShouldBe([PhoneType.Home, PhoneType.Mobile]);
        planner.Limits.ShouldBe(new LimitSettings(new FrequencyLimits(3, null, null), new FrequencyLimits(null, 5, null), FrequencyLimits.None));
        planner.Quiet.ShouldHaveSingleItem().Key.ShouldBe(PhoneType.Mobile);
        planner.Quiet[PhoneType.Mobile].Weekly[0].Days.ShouldBe([IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday]);
        settings.QueueHours[queue].Weekly.ShouldHaveSingleItem().End.ShouldBe(new LocalTime(17, 30));
        var cancelled = settings.Policies[Any.Engagement].ShouldHaveSingleItem();
        cancelled.Countries.ShouldBe(["US", "IT"]);
        settings.ResultKeywords[Any.Engagement].ShouldBe(["Answer"]);
    }

    [Fact]
    public async Task Display_numbers_machines_and_the_agent_for_callers_are_read()
    {
        var (profile, planner, other, far) = (Any.Id(), Any.Id(), Any.Id(), Any.Id());
        var (first, second, gone) = (Any.Id(), Any.Id(), Any.Id());
        await InsertAsync("outbound_profile", profile, "channel, transport, inbound_agent", "100000000, 'acme', 'callback'");
        await InsertAsync("workstream", Workstream, "phonenumber, outboundprofileid", $"'+14255550100', {Sql(profile)}");
        await InsertAsync("workstream", other, "phonenumber, outboundprofileid", $"'+14255550199', {Sql(profile)}");
        await InsertAsync("engagement", Any.Engagement, "type, workstream, answering_machine_action_type, answering_machine_message, answering_machine_detection_time_seconds", $"100000000, {Sql(Workstream)}, 100000202, 'Call us', 4");
        await InsertAsync("planner", planner, "proactive_engagement_config_id, callerid_policy_type", $"{Sql(Any.Engagement)}, 192350001");
        foreach (var (id, number) in new[] { (first, "+14255550101"), (second, "+14255550102") })
        {
            var phone = Any.Id();
            await InsertAsync("phone_number", phone, "phonenumber", $"'{number}'");
            await InsertAsync("callerid_number", id, "callerid_phone_numberid, planner_configurationid", $"{Sql(phone)}, {Sql(planner)}");
        }

        await InsertAsync("callerid_number", gone, "callerid_phone_numberid, planner_configurationid", $"{Sql(far)}, {Sql(planner)}");
        await InsertAsync("callerid_rule", Any.Id(), "planner_configurationid, rule_field, rule_condition, rule_value, callerid_phone_numberid", $"{Sql(planner)}, 192350102, 192350000, '98', {Sql(second)}");
        await InsertAsync("callerid_rule", Any.Id(), "planner_configurationid, rule_field, rule_condition, rule_value, callerid_phone_numberid", $"{Sql(planner)}, 192350100, 192350002, 'WA,OR', {Sql(gone)}");

        var settings = await Store.Settings.LoadAsync(Ct);

        var engagement = settings.Engagements[Any.Engagement];
        engagement.Profile!.InboundAgent.ShouldBe("callback");
        engagement.Machines.ShouldBe(new MachineTreatment(MachineAction.LeaveMessageOnLastAttempt, "Call us", Duration.FromSeconds(4)));
        var display = engagement.Planner.DisplayNumbers;
        display.Policy.ShouldBe(DisplayNumberPolicy.Rules);
        display.Numbers.ShouldBe(["+14255550101", "+14255550102"], ignoreOrder: true);
        display.Rules.ShouldHaveSingleItem().ShouldBe(new DisplayNumberRule(DisplayNumberField.PostalCode, DisplayNumberCondition.StartsWith, "98", "+14255550102"));
        settings.Workstreams.Keys.ShouldBe([Workstream, other], ignoreOrder: true);
    }

    [Theory]
    [InlineData(100000000, 100000002, 100000100)]
    [InlineData(100000000, 100000000, 100000101)]
    [InlineData(100000002, 100000000, 100000100)]
    public async Task A_pair_or_a_type_that_cannot_be_is_unusable(int type, int mode, int leader)
    {
        await InsertAsync("workstream", Workstream, "phonenumber", "'+14255550100'");
        await InsertAsync("engagement", Any.Engagement, "type, dialmode_type, engagement_type, workstream", $"{type}, {mode}, {leader}, {Sql(Workstream)}");

        (await Store.Settings.LoadAsync(Ct)).Engagements[Any.Engagement].Unusable.ShouldNotBeNull();
    }

    [Fact]
    public async Task Quiet_hours_that_nobody_can_read_do_not_become_none()
    {
        var quiet = Any.Id();
        await InsertAsync("workstream", Workstream, "phonenumber", "'+14255550100'");
        await InsertAsync("quiet_time", quiet, "transactionalweeklyhours", "'nights'");
        await InsertAsync("engagement", Any.Engagement, "type, workstream", $"100000000, {Sql(Workstream)}");
        await InsertAsync("planner", Any.Id(), "proactive_engagement_config_id, comm_quiet_time_setting_mobile_phone", $"{Sql(Any.Engagement)}, {Sql(quiet)}");

        (await Store.Settings.LoadAsync(Ct)).Engagements[Any.Engagement].Unusable.ShouldNotBeNull();
    }

    [Fact]
    public async Task Instances_are_known_by_their_address()
    {
        await Store.Settings.RegisterInstanceAsync(Owner, "127.0.0.1:11111@1", Noon, Ct);

        (await Store.Settings.ReadInstancesAsync(Ct))[Owner].ShouldBe("127.0.0.1:11111@1");
    }

    private Task InsertAsync(string table, Guid id, string columns, string values) =>
        Under.WriteAsync($"insert into {table} (id, created_at, modified_at, {columns}) values (@id, 0, 0, {values})", id);

    private string Sql(Guid id) => Engine == StoreEngine.Sqlite ? $"x'{id:N}'" : $"'{id}'";
}
