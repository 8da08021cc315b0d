using System.Text.Json;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;
using Herald.Dispatch.Agents;
using Herald.Sip.Media;
using NodaTime;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>A person with a phone (baresip) from the request to the recorded outcome.</summary>
public sealed class AnsweredAttemptTests
{
    private const string Question = "This is the clinic. Press one if you are coming tomorrow.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_person_hears_the_question_presses_a_key_and_the_answer_is_kept()
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        var agents = TestAgents.Asking(Question, out var asked);
        var engagement = VoiceRig.Engagement(record: true);
        await using var rig = await VoiceRig.StartAsync(phone.Port, agents, null, engagement);
        var task = await rig.AcceptAsync(engagement, Phone.Number, contact => contact with { InputAttributes = new Dictionary<string, string> { ["Day"] = "Monday" } });
        await asked.WaitAsync(Patience);
        await phone.CommandAsync("sndcode", "1");
        var outcome = (await rig.EndAsync(task)).Outcome;

        outcome.Result.ShouldBe(DeliveryResult.LiveAnswer);
        outcome.ReasonCode.ShouldBe("took_part");
        outcome.ResultAttributes.ShouldBe(new Dictionary<string, string> { ["Asked"] = "yes", ["Answer"] = "1" }, ignoreOrder: true);
        (outcome.SpeechDetected, outcome.SentAt < outcome.ConnectedAt, outcome.SpeechAt > outcome.ConnectedAt, outcome.EndedAt > outcome.SpeechAt).ShouldBe((true, true, true, true));
        var (call, name) = agents.Calls.ShouldHaveSingleItem();
        (name, call.Number, call.Language, call.Inbound, call.Id).ShouldBe(("talker", Phone.Number, "en-US", false, rig.Store.Watch.Started.Single().DeliveryId));
        (call.Inputs["Day"], call.Inputs["FirstName"]).ShouldBe(("Monday", "Ann"));
        var told = JsonDocument.Parse(outcome.Diagnostics!).RootElement;
        (told.GetProperty("sip").GetInt32(), told.GetProperty("verdict").GetString(), told.GetProperty("hungUpBy").GetString(), told.GetProperty("trunk").GetString()).ShouldBe((200, "person", "us", "phone"));
        told.GetProperty("verdictAfterMs").GetInt32().ShouldBeInRange(800, 5_000);
        told.GetProperty("rtp").GetProperty("received").GetInt32().ShouldBeGreaterThan(20);
        rig.Store.Watch.Connected.ShouldHaveSingleItem();

        await phone.EventAsync("CALL_CLOSED");
        Phone.Likeness(phone.Heard(), await Phone.SayAsync(Question)).ShouldBeGreaterThan(0.8);
        Phone.Likeness(phone.Heard(), await Phone.SayAsync("We have a very different offer, call this number now.")).ShouldBeLessThan(0.7);
        var recording = Directory.GetFiles(Path.Combine(rig.Folder, "recordings"), "*.wav", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Path.GetFileNameWithoutExtension(recording).ShouldBe(call.Id.ToString());
        new FileInfo(recording).Length.ShouldBeGreaterThan(Question.Length * 1_000);
    }

    [Fact]
    public async Task Who_listens_without_a_word_or_a_key_is_undetermined()
    {
        await using var phone = await Phone.StartAsync([]);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, TestAgents.Saying("Your parcel is here."), null, engagement);
        var outcome = await rig.CallAsync(engagement, Phone.Number);
        (outcome.Result, outcome.ReasonCode, outcome.SpeechDetected).ShouldBe((DeliveryResult.Undetermined, "no_interaction", false));
        outcome.Diagnostics!.ShouldContain("\"verdict\":\"silence\"");
        await phone.EventAsync("CALL_CLOSED");
        Phone.Likeness(phone.Heard(), await Phone.SayAsync("Your parcel is here.")).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public async Task A_key_during_a_speech_stops_it_and_makes_the_answer_live()
    {
        await using var phone = await Phone.StartAsync([]);
        var stopped = new TaskCompletionSource<(bool Whole, char Key)>();
        var begun = new TaskCompletionSource();
        var agents = new TestAgents(async (line, _, ct) =>
        {
            begun.SetResult();
            var whole = await line.SpeakAsync(string.Join(' ', Enumerable.Repeat("and on and on it goes", 30)), keysStop: true, ct);
            stopped.SetResult((whole, line.Keys.TryRead(out var key) ? key : ' '));
            return AgentEnd.HangUp;
        });
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, agents, null, engagement);
        var task = await rig.AcceptAsync(engagement, Phone.Number);
        await begun.Task.WaitAsync(Patience);
        await phone.CommandAsync("sndcode", "#");
        (await stopped.Task.WaitAsync(Patience)).ShouldBe((false, '#'));
        (await rig.EndAsync(task)).Outcome.Result.ShouldBe(DeliveryResult.LiveAnswer);
    }

    [Fact]
    public async Task Results_count_though_the_person_hangs_up_in_the_middle()
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        var agents = TestAgents.Asking("Press one, please.", out var asked);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, agents, null, engagement);
        var task = await rig.AcceptAsync(engagement, Phone.Number);
        await asked.WaitAsync(Patience);
        await phone.CommandAsync("hangup");
        var outcome = (await rig.EndAsync(task)).Outcome;
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.LiveAnswer, "took_part"));
        outcome.ResultAttributes.ShouldBe(new Dictionary<string, string> { ["Asked"] = "yes" });
        outcome.Diagnostics!.ShouldContain("\"hungUpBy\":\"them\"");
    }

    [Theory]
    [InlineData("nobody", "there is no agent named 'nobody'.")]
    [InlineData("breaker", "the program said 500.")]
    public async Task An_agent_that_cannot_talk_is_told(string name, string why)
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        var engagement = VoiceRig.Engagement(name);
        await using var rig = await VoiceRig.StartAsync(phone.Port, new TestAgents((_, call, _) =>
        {
            call.Results.Set("Before", "kept");
            throw new AgentFailedException("the program said 500.");
        }), null, engagement);
        var outcome = await rig.CallAsync(engagement, Phone.Number);
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.BotFailed, "agent_failed"));
        outcome.Reason!.ShouldEndWith(why);
        outcome.ResultAttributes.ContainsKey("Before").ShouldBe(name == "breaker");
    }

    [Fact]
    public async Task A_text_that_cannot_be_spoken_fails_the_agent()
    {
        await using var phone = await Phone.StartAsync([]);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, TestAgents.Saying("Hello."), options => options.Speech.Program = "/no/such/program", engagement);
        var outcome = await rig.CallAsync(engagement, Phone.Number);
        outcome.Result.ShouldBe(DeliveryResult.BotFailed);
        outcome.Reason!.ShouldContain("/no/such/program");
    }

    [Fact]
    public async Task A_language_without_a_voice_is_spoken_by_the_default_one()
    {
        await using var phone = await Phone.StartAsync([]);
        var engagement = VoiceRig.Engagement() with { Workstream = VoiceRig.Engagement().Workstream! with { Language = "xx-XX" } };
        await using var rig = await VoiceRig.StartAsync(phone.Port, TestAgents.Saying("Your parcel is here."), null, engagement);
        (await rig.CallAsync(engagement, Phone.Number)).Result.ShouldBe(DeliveryResult.Undetermined);
        await phone.EventAsync("CALL_CLOSED");
        Phone.Likeness(phone.Heard(), await Phone.SayAsync("Your parcel is here.")).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public async Task An_opt_out_is_durable_before_the_line_is_cut_and_cancels_what_is_queued()
    {
        await using var phone = await Phone.StartAsync([]);
        var agents = TestAgents.Asking("Press nine to be left alone.", out var asked, AgentEnd.OptOut);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, agents, null, engagement);
        var tomorrow = await rig.AcceptAsync(engagement, Phone.Number, opens: Duration.FromMinutes(30));
        var task = await rig.AcceptAsync(engagement, Phone.Number);
        await asked.WaitAsync(Patience);
        await phone.CommandAsync("sndcode", "9");
        var outcome = (await rig.EndAsync(task)).Outcome;
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.LiveAnswer, "opted_out_on_call"));
        (await rig.Store.Facts.OptedOutAsync(Channel.Voice, [Phone.Number], default)).ShouldContain(Phone.Number);
        (await rig.Store.Facts.OptedOutAsync(Channel.Sms, [Phone.Number], default)).ShouldBeEmpty();
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Looks.Any(look => look.TaskId == tomorrow.Id && look.Step is Core.Planning.NextStep.End { Reason: ReasonCode.OptedOut }));
        (await rig.Store.Tasks.ReadAsync(tomorrow.Id, default))!.Status.ShouldBe(DeliveryStatus.Cancelled);
    }

    [Fact]
    public async Task A_transfer_hands_the_person_on()
    {
        await using var phone = await Phone.StartAsync([]);
        await using var desk = await Phone.StartAsync([]);
        var agents = TestAgents.Asking("Press zero for a colleague.", out var asked, AgentEnd.Transfer);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, agents, options => options.TransferTo = $"sip:{Phone.Number}@127.0.0.1:{desk.Port}", engagement);
        var task = await rig.AcceptAsync(engagement, Phone.Number);
        await asked.WaitAsync(Patience);
        await phone.CommandAsync("sndcode", "0");
        await desk.EventAsync("CALL_ESTABLISHED");
        var outcome = (await rig.EndAsync(task)).Outcome;
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.LiveAnswer, "transferred"));
    }

    [Fact]
    public async Task A_transfer_without_a_target_is_taken_by_nobody()
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, new TestAgents((_, _, _) => Task.FromResult(AgentEnd.Transfer)), null, engagement);
        var outcome = await rig.CallAsync(engagement, Phone.Number);
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.LiveAnswer, "transfer_not_taken"));
    }

    [Fact]
    public async Task A_stop_hangs_up_and_records_what_is_known()
    {
        await using var phone = await Phone.StartAsync(await Phone.HelloAsync());
        var agents = TestAgents.Asking("Press one, please.", out var asked);
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, agents, null, engagement);
        var task = await rig.AcceptAsync(engagement, Phone.Number);
        await asked.WaitAsync(Patience);
        await rig.Engine.StopAsync(default);
        var outcome = rig.Store.Watch.Finished.Single(end => end.TaskId == task.Id).Outcome;
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.LiveAnswer, "stopped_on_call"));
        outcome.ResultAttributes["Asked"].ShouldBe("yes");
        rig.Channel.FreeSlots.ShouldBe(0);
    }

    [Fact]
    public async Task An_agent_that_goes_on_after_its_call_holds_the_slot_for_seconds_only()
    {
        await using var phone = await Phone.StartAsync([]);
        var begun = new TaskCompletionSource();
        var never = new TaskCompletionSource<AgentEnd>();
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(phone.Port, new TestAgents((_, _, _) =>
        {
            begun.SetResult();
            return never.Task;
        }), null, engagement);
        var task = await rig.AcceptAsync(engagement, Phone.Number);
        await begun.Task.WaitAsync(Patience);
        await phone.CommandAsync("hangup");
        var outcome = (await rig.EndAsync(task)).Outcome;
        outcome.Result.ShouldBe(DeliveryResult.BotFailed);
        outcome.Reason!.ShouldEndWith("it did not end with its call.");
    }

    [Fact]
    public async Task A_fax_is_no_handset()
    {
        await using var fax = await Phone.StartAsync([.. Phone.Silence(500), .. Tones.Tone(2_100, 3_000)]);
        var agents = TestAgents.Saying("Hello.");
        var engagement = VoiceRig.Engagement();
        await using var rig = await VoiceRig.StartAsync(fax.Port, agents, null, engagement);
        var outcome = await rig.CallAsync(engagement, Phone.Number);
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.NotAHandset, "fax_tone"));
        agents.Calls.ShouldBeEmpty();
    }
}
