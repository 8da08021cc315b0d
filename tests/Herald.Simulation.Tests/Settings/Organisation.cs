using System.Globalization;
using Herald.Core.Deliveries;

namespace Herald.Simulation.Tests.Settings;

/// <summary>Everything administrators write in one world: made at random, changed at random, never twice the same.</summary>
internal sealed class Organisation(SettingsRows rows, Random random)
{
    public const string Voice = "simulated";
    private const long VoiceType = 100000000;
    private const long SmsType = 100000001;

    // Mostly none, so that other rules have their say; some that count beside each other.
    private static readonly string?[] Presets =
        [null, null, null, null, null, null, null, null, "us-tcpa", "us-fl", "us-cfpb-debt", "us-cfpb-debt:Debt", "us-tcpa, us-tx", "fr", "au", "ca-crtc", "us-tcpa, us-ok", "es, it", "us-ky,us-md", "us-fl, us-cfpb-debt:Debt, us-ok", "uk-ofcom, fr"];

    private static readonly string[] Patterns = ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=SA,SU,MO", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE,FR,SU"];
    private static readonly string[] Phones = ["MobilePhone", "BusinessPhone", "HomePhone"];
    private static readonly long[] Delays = [0, 0, 1, 30, 240, 1_440];
    private readonly List<Guid> quietTimes = [];
    private readonly List<Guid> queues = [];
    private readonly List<Guid> hours = [];
    private readonly List<Guid> links = [];
    private readonly Guid global = Guid.NewGuid();
    private readonly Dictionary<Guid, Guid> planners = [];
    private readonly Dictionary<Guid, long> retries = [];
    private readonly List<(Guid Workstream, Channel Channel)> workstreams = [];
    private Guid template;

    public List<(Guid Id, Channel Channel)> Engagements { get; } = [];

    /// <summary>Never changed, never in trouble, without any rule: whoever is to be called there must be.</summary>
    public Guid Plain { get; private set; }

    /// <summary>The most loops that a task of the engagement may ever have been allowed.</summary>
    public long MostLoops(Guid engagement) => retries.GetValueOrDefault(engagement) + 1;

    public async Task FoundAsync(Instant now)
    {
        template = Guid.NewGuid();
        await SaveAsync("message_template", template, now, ("name", "hello"), ("content", "Hello {{FirstName}}"));
        foreach (var (channel, receipts, rate) in new[] { (Channel.Voice, true, Maybe(40)), (Channel.Voice, true, null), (Channel.Sms, true, Maybe(30)), (Channel.Sms, random.Next(2) == 0, null) })
        {
            var (profile, workstream) = (Guid.NewGuid(), Guid.NewGuid());
            await SaveAsync("outbound_profile", profile, now, ("channel", channel == Channel.Sms ? SmsType : VoiceType), ("transport", Voice), ("rate", rate), ("receipts", receipts));
            await SaveAsync("workstream", workstream, now, ("phonenumber", "+15550999"), ("outboundprofileid", profile));
            workstreams.Add((workstream, channel));
        }

        for (var i = 0; i < 5; i++)
            quietTimes.Add(Guid.NewGuid());
        foreach (var quiet in quietTimes)
            await ChangeQuietAsync(quiet, now);
        for (var i = 0; i < 2; i++)
            await AddQueueAsync(now);
        await ChangeGlobalAsync(now);
        for (var i = 0; i < 9; i++)
            await AddEngagementAsync(i < 6 ? Channel.Voice : Channel.Sms, now);
        Plain = Guid.NewGuid();
        Engagements.Add((Plain, Channel.Voice));
        await SaveAsync("engagement", Plain, now, ("name", "plain"), ("type", VoiceType), ("workstream", workstreams[1].Workstream), ("priority", 1L));
    }

    /// <summary>One change of anything but the plain engagement.</summary>
    public Task ChangeAsync(Instant now)
    {
        var (id, channel) = Any();
        return random.Next(11) switch
        {
            0 or 1 or 2 => ChangePlannerAsync(id, channel, now),
            3 or 4 => ChangeEngagementAsync(id, now),
            5 => ChangeQuietAsync(Pick(quietTimes), now),
            6 => ChangeGlobalAsync(now),
            7 => ChangeHoursAsync(Pick(hours), now),
            8 => AddPolicyAsync(id, now),
            9 => links.Count > 0 ? rows.DeleteAsync("cancellation_policy_link", Take(links), now) : AddPolicyAsync(id, now),
            _ => random.Next(5) == 0 ? rows.DeleteAsync("planner", planners[id], now) : SaveAsync("planner", planners[id], now, ("state", (long)random.Next(2))),
        };
    }

    public Guid AnyEngagement() => Any().Id;

    public Task DeleteAsync(Guid engagement, Instant now) => rows.DeleteAsync("engagement", engagement, now);

    /// <summary>A cancellation policy for one engagement, from now on.</summary>
    public async Task AddPolicyAsync(Guid engagement, Instant now)
    {
        var (policy, link) = (Guid.NewGuid(), Guid.NewGuid());
        await SaveAsync(
            "cancellation_policy", policy, now,
            ("country_codes", Maybe(["US", "us, CA", "FR", "GB,AU"])),
            ("state_codes", Maybe(["WA", " fl ,NY", "TX"], 3)),
            ("postal_codes", Maybe(["98101", "33101, 10001"], 4)),
            ("end_date", random.Next(2) == 0 ? null : (now + Duration.FromHours(random.Next(1, 200))).ToUnixTimeMilliseconds()));
        await SaveAsync("cancellation_policy_link", link, now, ("cancellation_policy", policy), ("proactive_engagement_configid", engagement));
        links.Add(link);
    }

    public Task ChangePlannerAsync(Guid engagement, Channel channel, Instant now)
    {
        if (engagement == Plain)
            return Task.CompletedTask;
        var loops = (long)random.Next(4);
        retries[engagement] = Math.Max(retries.GetValueOrDefault(engagement), loops);
        if (!planners.TryGetValue(engagement, out var id))
            planners[engagement] = id = Guid.NewGuid();
        var limited = random.Next(2) == 0;
        var fallback = channel == Channel.Voice && random.Next(3) == 0 ? Engagements.Where(other => other.Channel == Channel.Sms).Select(other => (Guid?)other.Id).FirstOrDefault() : null;
        return SaveAsync(
            "planner", id, now,
            ("proactive_engagement_config_id", engagement),
            ("fallback_engagement_config_id", fallback),
            ("proactive_engagement_message_templateid", channel == Channel.Sms ? template : null),
            ("number_of_retries", loops),
            ("delay_between_retries", Pick(Delays)),
            ("delay_between_contacts", Pick(Delays)),
            ("delay_between_phone_numbers", Pick(Delays)),
            ("reattempt_rules", string.Join(",", Enumerable.Range(192360000, 4).Where(_ => random.Next(2) == 0))),
            ("exclude_declined", random.Next(2) == 0),
            ("comm_frequency_limit_enabled", limited),
            ("comm_frequency_global_limit_respected", random.Next(5) < 2),
            ("comm_max_frequency_per_day", Maybe(4, 2)),
            ("comm_max_frequency_per_week", Maybe(6, 2)),
            ("comm_max_frequency_per_month", Maybe(9, 3)),
            ("comm_max_phone_frequency_per_day", Maybe(3, 3)),
            ("comm_max_phone_frequency_per_week", Maybe(5, 3)),
            ("comm_max_deliverytask_frequency_per_day", Maybe(3, 3)),
            ("comm_max_deliverytask_frequency_per_week", Maybe(5, 3)),
            ("comm_phone_type_priority", random.Next(2) == 0 ? null : string.Join(",", Phones.OrderBy(_ => random.Next()).Take(random.Next(1, 4)))),
            ("comm_quiet_time_setting_mobile_phone", MaybeQuiet()),
            ("comm_quiet_time_setting_business_phone", MaybeQuiet()),
            ("comm_quiet_time_setting_home_phone", MaybeQuiet()),
            ("comm_time_zone_handling", random.Next(4) == 0 ? 192350001L : random.Next(2) == 0 ? 192350000L : null),
            ("comm_default_timezone", random.Next(3) == 0 ? Pick(Zones.All) : random.Next(12) == 0 ? "Nowhere/Land" : null),
            ("state", 0L));
    }

    /// <summary>New texts for one of the quiet times that planners name.</summary>
    public Task ChangeQuietAsync(Instant now) => ChangeQuietAsync(Pick(quietTimes), now);

    private async Task AddEngagementAsync(Channel channel, Instant now)
    {
        var id = Guid.NewGuid();
        Engagements.Add((id, channel));
        await SaveAsync(
            "engagement", id, now,
            ("name", "random"), ("type", channel == Channel.Sms ? SmsType : VoiceType),
            ("workstream", Pick(workstreams.Where(one => one.Channel == channel).ToList()).Workstream),
            ("queue", random.Next(3) == 0 ? Pick(queues) : null));
        await ChangeEngagementAsync(id, now);
        await ChangePlannerAsync(id, channel, now);
    }

    private Task ChangeEngagementAsync(Guid id, Instant now) => SaveAsync(
        "engagement", id, now,
        ("priority", (long)random.Next(1, 4)),
        ("processing_order", 700610000L + random.Next(5)),
        ("retry_priority_mode", 700610000L + random.Next(3)),
        ("ignore_queue_hours", random.Next(3) == 0),
        ("max_concurrent_calls", Maybe(20)),
        ("presets", Pick(Presets)),
        ("ring_seconds", (long)random.Next(15, 60)),
        ("state", random.Next(20) == 0 ? 1L : 0L));

    private Task ChangeQuietAsync(Guid id, Instant now)
    {
        var weekly = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            $$"""{"days":[{{string.Join(",", Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && random.Next(5) < 3).DefaultIfEmpty(IsoDayOfWeek.Sunday).Select(day => $"\"{day.ToString()[..3]}\""))}}],"start":"{{Time()}}","end":"{{Time()}}"}""");
        var day = now.InUtc().Date.PlusDays(random.Next(20));
        var dates = random.Next(3) == 0 ? $$"""[{"from":"{{day:uuuu-MM-dd}}","to":"{{day.PlusDays(random.Next(2)):uuuu-MM-dd}}"}]""" : null;
        return SaveAsync("quiet_time", id, now, ("transactionalweeklyhours", $"[{string.Join(",", weekly)}]"), ("transactionaldates", dates), ("state", random.Next(8) == 0 ? 1L : 0L));
    }

    private Task ChangeGlobalAsync(Instant now) => SaveAsync(
        "global_limits", global, now,
        ("comm_frequency_limit_enabled", random.Next(2) == 0),
        ("comm_max_frequency_per_day", Maybe(3, 2)),
        ("comm_max_frequency_per_week", Maybe(5, 2)),
        ("comm_max_phone_frequency_per_day", Maybe(2, 3)),
        ("comm_quiet_time_setting_mobile", MaybeQuiet()),
        ("comm_quiet_time_setting_business", MaybeQuiet()),
        ("comm_quiet_time_setting_home", MaybeQuiet()),
        ("state", random.Next(8) == 0 ? 1L : 0L));

    private async Task AddQueueAsync(Instant now)
    {
        var (queue, hour, calendar) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        queues.Add(queue);
        hours.Add(hour);
        await SaveAsync("operating_hour", hour, now, ("calendarid", random.Next(2) == 0 ? calendar.ToString("D") : null));
        await ChangeHoursAsync(hour, now);
        await SaveAsync("calendar_rule", Guid.NewGuid(), now, ("calendarid", calendar), ("starttime", Time()), ("duration", (long)random.Next(60, 1_440)), ("pattern", Pick(Patterns)));
        var day = now + Duration.FromDays(random.Next(10));
        await SaveAsync("calendar_rule", Guid.NewGuid(), now, ("calendarid", calendar), ("extentcode", 1L), ("effectiveintervalstart", day.ToUnixTimeMilliseconds()), ("effectiveintervalend", (day + Duration.FromDays(1)).ToUnixTimeMilliseconds()));
        await SaveAsync("queue", queue, now, ("name", "queue"), ("operatinghourid", hour));
    }

    private Task ChangeHoursAsync(Guid id, Instant now) => SaveAsync(
        "operating_hour", id, now, ("starttimestring", Time()), ("endtimestring", Time()), ("timezone", Pick(Zones.All)));

    private Task SaveAsync(string table, Guid id, Instant now, params (string Column, object? Value)[] values) =>
        rows.SaveAsync(table, id, now, values.ToDictionary(pair => pair.Column, pair => pair.Value));

    private (Guid Id, Channel Channel) Any() => Engagements[random.Next(Engagements.Count - 1)];

    private long? Maybe(int most, int oneIn = 2) => random.Next(oneIn) == 0 ? random.Next(1, most + 1) : null;

    private string? Maybe(string[] texts, int oneIn = 2) => random.Next(oneIn) == 0 ? Pick(texts) : null;

    private Guid? MaybeQuiet() => random.Next(10) < 3 ? Pick(quietTimes) : null;

    // Wall-clock times where something happens: midnight, the hours that zone changes skip and repeat, office hours.
    private string Time() => random.Next(3) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{random.Next(24):00}:{random.Next(60):00}")
        : Pick<string>(["00:00", "01:30", "02:00", "02:30", "03:00", "08:00", "09:00", "12:00", "18:00", "20:00", "21:00", "22:30"]);

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private Guid Take(List<Guid> from)
    {
        var taken = Pick(from);
        from.Remove(taken);
        return taken;
    }
}
