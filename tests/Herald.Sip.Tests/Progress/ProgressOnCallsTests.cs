using Herald.Sip.Media;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Progress;

/// <summary>The verdicts on real calls: baresip speaks, SIPp's network plays tones.</summary>
public class ProgressOnCallsTests(SpokenText spoken) : IClassFixture<SpokenText>
{
    private static CallRequest Listening(string to) => Agent.To(to) with { Progress = new() };

    [Fact]
    public async Task A_message_is_left_after_the_machines_beep()
    {
        var greeting = await spoken.SayAsync("You have reached the Smith family. We are not at home. Please leave a message after the tone.");
        await using var machine = await Baresip.StartAsync([.. new short[3_200], .. greeting, .. new short[4_000], .. Tones.Tone(1_000, 400)]);
        await using var endpoint = Agent.Start(machine.Trunk());
        var call = endpoint.Call(Listening("rep1"));
        await call.AnsweredAsync();
        (await call.NextAsync<CallEvent.Progress>()).Verdict.Kind.ShouldBe(ProgressKind.Machine);
        (await call.NextAsync<CallEvent.Progress>()).Verdict.Kind.ShouldBe(ProgressKind.Beep);
        await call.PlayAsync(Tones.Tone(600, 800));
        await call.HangUpAsync();
        await machine.EventAsync("CALL_CLOSED");
        var recorded = machine.Heard();
        var begins = Array.FindIndex(recorded, sample => Math.Abs((int)sample) > 500);
        begins.ShouldBeGreaterThan(greeting.Length); // nothing of it was spoken into the greeting
        Ear.Purity(recorded.AsSpan(begins, 5_000), 600).ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public async Task A_person_who_says_hello_is_told_within_two_and_a_half_seconds()
    {
        var hello = await spoken.SayAsync("Hello?");
        await using var phone = await Baresip.StartAsync([.. new short[2_400], .. hello]);
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Listening("rep1"));
        await call.AnsweredAsync();
        var verdict = (await call.NextAsync<CallEvent.Progress>()).Verdict;
        verdict.Kind.ShouldBe(ProgressKind.Person);
        verdict.After.TotalSeconds.ShouldBeInRange(1, 2.5);
        await call.HangUpAsync();
    }

    [Fact]
    public async Task Busy_played_before_the_answer_is_told_and_the_cause_of_the_end_too()
    {
        await using var network = await Pstn.StartScenarioAsync("early_busy.xml");
        await using var endpoint = Agent.Start(network.Trunk());
        var call = endpoint.Call(Listening("15551230001"));
        (await call.NextAsync<CallEvent.Progress>()).Verdict.Kind.ShouldBe(ProgressKind.Busy);
        call.Answered.IsCompleted.ShouldBeFalse();
        var end = await call.HangUpAsync();
        (end.Kind, end.SipCode, end.Q850).ShouldBe((CallEndKind.Cancelled, 487, 17));
    }
}
