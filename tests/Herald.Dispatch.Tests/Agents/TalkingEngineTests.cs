using Herald.Core.Agents;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Agents;
using Herald.Dispatch.Tests.Engine;
using Herald.Store;
using Herald.Store.Settings;
using Herald.Testing;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Agents;

/// <summary>What talks, what it leaves, and what its failures do, through the whole engine. Both stores run it.</summary>
public abstract class TalkingEngineTests
{
    private static readonly AgentFlow Flow = new("reminder", "seen", new Dictionary<string, FlowStep>
    {
        ["seen"] = new FlowStep.Set("seen", "yes", "ask"),
        ["ask"] = new FlowStep.Ask("Confirm {{topic}}?", new Dictionary<string, string> { ["1"] = "bye" }) { Attribute = "answer" },
        ["bye"] = new FlowStep.HangUp("Good bye."),
    });

    protected abstract Task<StoreUnderTest> OpenAsync(TimeProvider time);

    [Fact]
    public async Task Results_come_back_and_declared_keywords_are_always_there()
    {
        var engagement = Voice("reminder");
        await using var rig = await RigAsync(engagement);
        rig.Store.Set(rig.Store.Current with { ResultKeywords = new Dictionary<Guid, IReadOnlyList<string>> { [engagement.Id] = ["answer", "paid"] } });
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await EndAsync(rig, engagement, 1);

        var end = rig.Store.Watch.Finished.Single();
        end.Outcome.Result.ShouldBe(DeliveryResult.LiveAnswer);
        (await ResultsOfAsync(rig, end.DeliveryId)).ShouldBe(new Dictionary<string, string> { ["answer"] = "1", ["paid"] = "", ["seen"] = "yes" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Results_so_far_are_kept_when_we_hang_up()
    {
        var engagement = Voice("reminder");
        await using var rig = await RigAsync(engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        // It rings 2 to 12 s and talks 15 to 60 s.
        rig.Advance(Duration.FromSeconds(13));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Connected.Count == 1);
        await rig.StopAsync();

        var end = rig.Store.Watch.Finished.Single();
        end.Outcome.Result.ShouldBe(DeliveryResult.CallFailed);
        (await ResultsOfAsync(rig, end.DeliveryId)).ShouldBe(new Dictionary<string, string> { ["answer"] = "1", ["seen"] = "yes" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_workstream_that_names_no_agent_of_this_installation_ends_bot_failed()
    {
        var engagement = Voice("nobody");
        await using var rig = await RigAsync(engagement);
        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await EndAsync(rig, engagement, 1);
        rig.Store.Watch.Finished.Single().Outcome.Result.ShouldBe(DeliveryResult.BotFailed);
        // The default treatment is none.
        (await rig.Store.Facts.IsSuspendedAsync(engagement.Id, default)).ShouldBeFalse();
        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Deliveries[0].Reason.ShouldBe("There is no agent nobody.");
    }

    [Fact]
    public async Task The_first_failure_suspends_until_somebody_resumes_and_a_restart_keeps_it()
    {
        var engagement = Voice("moody") with { BotFailures = BotFailureTreatment.Suspend };
        var time = EngineRig.Clock();
        var place = await OpenAsync(time);
        await using (var rig = await RigAsync(place, time, engagement))
        {
            rig.LeavesStore = true;
            await AcceptAsync(rig, engagement, failing: true);
            await EndAsync(rig, engagement, 1);
            (await SuspensionAsync(rig, engagement)).ShouldBe((true, SuspensionType.BotFailure));
            await AcceptAsync(rig, engagement, failing: false);
            await rig.PassAllAsync(engagement);
            rig.Store.Watch.Started.Count.ShouldBe(1);
        }

        await using var again = await RigAsync(place, time);
        again.Store.Set(engagement);
        await again.PassAllAsync(engagement);
        again.Store.Watch.Started.ShouldBeEmpty();

        time.Advance(TimeSpan.FromSeconds(1));
        await again.Engine.Operations.ResumeAsync(engagement.Id, SuspensionType.ApiAction, null, default);
        await EndAsync(again, engagement, 1);
        again.Store.Watch.Started.Count.ShouldBe(1);
        // The old failure is forgotten, also by the look of every ten seconds.
        again.Advance(Duration.FromSeconds(11));
        await again.PassAllAsync(engagement);
        (await SuspensionAsync(again, engagement)).ShouldBe((false, SuspensionType.ApiAction));

        await AcceptAsync(again, engagement, failing: true);
        await EndAsync(again, engagement, 2);
        (await SuspensionAsync(again, engagement)).ShouldBe((true, SuspensionType.BotFailure));
    }

    [Fact]
    public async Task A_share_of_failures_suspends_and_not_a_failure_before()
    {
        var engagement = Voice("moody") with { BotFailures = BotFailureTreatment.Threshold, BotFailurePercent = 3 };
        await using var rig = await RigAsync(engagement);
        for (var i = 0; i < 2; i++)
            await AcceptAsync(rig, engagement, failing: true);
        for (var i = 0; i < 10; i++)
            await AcceptAsync(rig, engagement, failing: false);
        await EndAsync(rig, engagement, 12);
        (await SuspensionAsync(rig, engagement)).ShouldBeNull();

        await AcceptAsync(rig, engagement, failing: true);
        await EndAsync(rig, engagement, 13);
        (await SuspensionAsync(rig, engagement)).ShouldBe((true, SuspensionType.BotFailure));
    }

    [Fact]
    public async Task A_failure_whose_process_died_before_it_suspended_does_so_at_the_next_look()
    {
        var engagement = Voice("moody");
        await using var rig = await RigAsync(engagement);
        await AcceptAsync(rig, engagement, failing: true);
        await EndAsync(rig, engagement, 1);
        (await SuspensionAsync(rig, engagement)).ShouldBeNull();

        // The same rows under a treatment: what the failure itself would have written is missing.
        rig.Store.Set(engagement with { BotFailures = BotFailureTreatment.Suspend });
        rig.Advance(Duration.FromSeconds(11));
        await rig.PassAsync(engagement);
        (await SuspensionAsync(rig, engagement)).ShouldBe((true, SuspensionType.BotFailure));
    }

    [Fact]
    public async Task A_suspension_by_a_person_stays_that_of_the_person()
    {
        var engagement = Voice("moody") with { BotFailures = BotFailureTreatment.Suspend };
        await using var rig = await RigAsync(engagement);
        await AcceptAsync(rig, engagement, failing: true);
        await rig.PassAllAsync(engagement);
        await rig.Engine.Operations.SuspendAsync(engagement.Id, SuspensionType.AdminAction, null, default);
        await EndAsync(rig, engagement, 1);
        (await SuspensionAsync(rig, engagement)).ShouldBe((true, SuspensionType.AdminAction));
    }

    [Fact]
    public async Task Calls_wait_until_the_queue_opens()
    {
        var queue = Guid.NewGuid();
        var engagement = Voice("reminder") with { QueueId = queue };
        await using var rig = await RigAsync(engagement);
        var opens = rig.Now + Duration.FromMinutes(30);
        var hours = new OpeningHours([new([.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)], opens.InUtc().TimeOfDay, opens.InUtc().TimeOfDay.PlusHours(2))], [], "UTC");
        rig.Store.Set(rig.Store.Current with { QueueHours = new Dictionary<Guid, OpeningHours> { [queue] = hours } });
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.PassAllAsync(engagement);
        (await rig.PassAsync(engagement)).NextAt.ShouldBe(opens);
        rig.Store.Watch.Started.ShouldBeEmpty();
        rig.Advance(Duration.FromMinutes(30));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(1);

        var ignoring = Voice("reminder") with { QueueId = queue, IgnoreQueueHours = true };
        await EngagementRows.AddAsync(rig.Store, ignoring);
        rig.Store.Set(rig.Store.Current with { Engagements = new Dictionary<Guid, Engagement> { [ignoring.Id] = ignoring } });
        rig.Advance(Duration.FromHours(12));
        await rig.AcceptAsync(Make.Task(ignoring, rig.Now));
        await rig.PassAllAsync(ignoring);
        rig.Store.Watch.Started.Count.ShouldBe(2);
    }

    private static Engagement Voice(string agent)
    {
        var engagement = Make.Engagement();
        return engagement with { Workstream = engagement.Workstream! with { Agent = agent } };
    }

    private static Task<DeliveryTask> AcceptAsync(EngineRig rig, Engagement engagement, bool failing) =>
        rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact() with { FirstName = failing ? MoodyAgent.Fails : "Ann" }));

    /// <summary>Passes and time until so many attempts have ended.</summary>
    private static async Task EndAsync(EngineRig rig, Engagement engagement, int ends)
    {
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == ends);
        await rig.Engine.SettledAsync();
    }

    private async Task<EngineRig> RigAsync(Engagement engagement)
    {
        var time = EngineRig.Clock();
        return await RigAsync(await OpenAsync(time), time, engagement);
    }

    private static Task<EngineRig> RigAsync(StoreUnderTest place, FakeTimeProvider time, params Engagement[] engagements) =>
        EngineRig.TalkingAsync(place, time, new NamedAgents(("reminder", new FlowAgent(Flow, time)), ("moody", new MoodyAgent())), engagements);

    private static Task<(bool Suspended, SuspensionType Type)?> SuspensionAsync(EngineRig rig, Engagement engagement) => ReadAsync<(bool, SuspensionType)?>(
        rig, "select suspended, suspension_type from engagement_status where proactive_engagement_config = @id", engagement.Id,
        row => row is null ? null : (Convert.ToBoolean(row.GetValue(0), null), (SuspensionType)(Convert.ToInt64(row.GetValue(1), null) - 700610000)), _ => { });

    private static async Task<Dictionary<string, string>> ResultsOfAsync(EngineRig rig, Guid delivery)
    {
        var results = new Dictionary<string, string>();
        await ReadAsync(rig, "select keyword, value from delivery_attribute where delivery_id = @id and type = 1", delivery, _ => true, row => results[row.GetString(0)] = row.GetString(1));
        return results;
    }

    private static async Task<T> ReadAsync<T>(EngineRig rig, string sql, Guid id, Func<System.Data.Common.DbDataReader?, T> first, Action<System.Data.Common.DbDataReader> each)
    {
        await using var connection = await rig.Store.Rows.OpenReaderAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "id";
        parameter.Value = rig.Store.Engine == StoreEngine.Sqlite ? id.ToByteArray(bigEndian: true) : id;
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        var answer = default(T)!;
        var rows = 0;
        while (await reader.ReadAsync())
        {
            if (rows++ == 0)
                answer = first(reader);
            each(reader);
        }

        return rows == 0 ? first(null) : answer;
    }
}

public sealed class SqliteTalkingEngineTests : TalkingEngineTests
{
    protected override Task<StoreUnderTest> OpenAsync(TimeProvider time) => StoreUnderTest.Sqlite(time);
}

public sealed class PostgresTalkingEngineTests : TalkingEngineTests
{
    protected override Task<StoreUnderTest> OpenAsync(TimeProvider time) => StoreUnderTest.Postgres(time);
}
