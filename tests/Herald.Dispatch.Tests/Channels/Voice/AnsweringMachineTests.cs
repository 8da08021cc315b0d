using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Outcomes;

namespace Herald.Dispatch.Tests.Channels.Voice;

/// <summary>An answering machine: baresip speaks a greeting, beeps and records.</summary>
public sealed class AnsweringMachineTests
{
    private const string Text = "This is the clinic for {{FirstName}}. Please call us back.";
    private const string Spoken = "This is the clinic for Ann. Please call us back.";

    [Fact]
    public async Task Hang_up_leaves_no_word()
    {
        var (outcome, agents, heard) = await CallAsync(new(MachineAction.HangUp, Text, null));
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.AnsweringMachineHangup, "machine_hangup"));
        outcome.Diagnostics!.ShouldContain("\"verdict\":\"machine\"");
        agents.Calls.ShouldBeEmpty();
        heard.ShouldAllBe(sample => Math.Abs((int)sample) < 500);
    }

    [Fact]
    public async Task A_message_is_left_after_the_beep()
    {
        var (outcome, agents, heard) = await CallAsync(new(MachineAction.LeaveMessage, Text, null));
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.AnsweringMachine, "machine_message"));
        outcome.Diagnostics!.ShouldContain("\"beep\":");
        agents.Calls.ShouldBeEmpty();
        var begins = Array.FindIndex(heard, sample => Math.Abs((int)sample) > 500);
        begins.ShouldBeGreaterThan((await Phone.MachineAsync()).Length - 4_000); // nothing of it into the greeting
        Phone.Likeness(heard, await Phone.SayAsync(Spoken)).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public async Task Without_a_treatment_the_agent_speaks_after_the_beep()
    {
        var (outcome, agents, heard) = await CallAsync(MachineTreatment.None);
        (outcome.Result, outcome.ReasonCode).ShouldBe((DeliveryResult.AnsweringMachine, "machine_agent"));
        agents.Calls.ShouldHaveSingleItem();
        Phone.Likeness(heard, await Phone.SayAsync("The agent speaks these words.")).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public async Task On_the_last_attempt_only_a_message_is_left()
    {
        await using var machine = await Phone.StartAsync(await Phone.MachineAsync());
        var engagement = Treated(new(MachineAction.LeaveMessageOnLastAttempt, Text, null)) with { Planner = new PlannerSettings { Retries = 1, ReattemptOn = ReattemptOn.AnsweringMachine } };
        await using var rig = await VoiceRig.StartAsync(machine.Port, TestAgents.Saying("never"), null, engagement);
        var task = await rig.AcceptAsync(engagement, Phone.Number);
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count(end => end.TaskId == task.Id) == 2);
        rig.Store.Watch.Finished.Select(end => end.Outcome.Result).ShouldBe([DeliveryResult.AnsweringMachineHangup, DeliveryResult.AnsweringMachine]);
    }

    private static Engagement Treated(MachineTreatment treatment) => VoiceRig.Engagement() with { Machines = treatment };

    private static async Task<(AttemptOutcome Outcome, TestAgents Agents, short[] Heard)> CallAsync(MachineTreatment treatment)
    {
        await using var machine = await Phone.StartAsync(await Phone.MachineAsync());
        var agents = TestAgents.Saying("The agent speaks these words.");
        var engagement = Treated(treatment);
        await using var rig = await VoiceRig.StartAsync(machine.Port, agents, null, engagement);
        var outcome = await rig.CallAsync(engagement, Phone.Number);
        await machine.EventAsync("CALL_CLOSED");
        return (outcome, agents, machine.Heard());
    }
}
