using Herald.Sip.Media;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Calls;

/// <summary>Against baresip: a person who answers, speaks, listens, presses keys, holds, hands on and hangs up.</summary>
public class PersonTests
{
    private static CallRequest Rep1 => Agent.To("rep1");

    [Fact]
    public async Task The_person_hears_our_prompt_and_we_hear_his_voice()
    {
        await using var phone = await Baresip.StartAsync(Tones.Tone(700, 2_000));
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Rep1);
        await call.AnsweredAsync();
        var ear = new Ear(call, 1_000);
        (await call.PlayAsync(Tones.Tone(1_200, 1_000))).ShouldBe(PlayEnd.Finished);
        Ear.Purity((await ear.HeardAsync()).AsSpan(0, 6_000), 700).ShouldBeGreaterThan(0.9);
        await call.HangUpAsync();
        await phone.EventAsync("CALL_CLOSED");
        var heard = phone.Heard().SkipWhile(sample => Math.Abs((int)sample) < 200).Take(7_200).ToArray();
        Ear.Purity(heard, 1_200).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public async Task Keys_cross_both_ways_and_interrupt_a_prompt_that_says_so()
    {
        await using var phone = await Baresip.StartAsync([]);
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Rep1);
        await call.AnsweredAsync();
        await call.SendDtmfAsync("7#");
        (await phone.EventAsync("CALL_DTMF_START")).ShouldBe("7");
        (await phone.EventAsync("CALL_DTMF_START")).ShouldBe("#");
        var prompt = call.PlayAsync(Tones.Tone(500, 20_000), stopOnDtmf: true);
        await phone.CommandAsync("sndcode", "5");
        (await prompt.WaitAsync(TimeSpan.FromSeconds(5))).ShouldBe(PlayEnd.Interrupted);
        (await call.NextAsync<CallEvent.Dtmf>()).Key.ShouldBe('5');
        await call.HangUpAsync();
    }

    [Fact]
    public async Task Hold_is_told_and_taken_back()
    {
        await using var phone = await Baresip.StartAsync([]);
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Rep1);
        await call.AnsweredAsync();
        await phone.EventAsync("CALL_ESTABLISHED");
        await phone.CommandAsync("hold");
        (await call.NextAsync<CallEvent.Hold>()).OnHold.ShouldBeTrue();
        await phone.CommandAsync("resume");
        (await call.NextAsync<CallEvent.Hold>()).OnHold.ShouldBeFalse();
        await call.HangUpAsync();
    }

    [Fact]
    public async Task The_person_hangs_up()
    {
        await using var phone = await Baresip.StartAsync([]);
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Rep1);
        await call.AnsweredAsync();
        await phone.EventAsync("CALL_ESTABLISHED");
        await phone.CommandAsync("hangup");
        (await call.EndAsync()).HungUpBy.ShouldBe(Party.Them);
    }

    [Fact]
    public async Task The_person_rejects()
    {
        await using var phone = await Baresip.StartAsync([], answers: false);
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Rep1);
        await phone.EventAsync("CALL_INCOMING");
        await phone.CommandAsync("hangup");
        (await call.EndAsync()).SipCode.ShouldBe(486);
    }

    [Fact]
    public async Task The_person_is_handed_on_and_the_new_call_reported()
    {
        await using var phone = await Baresip.StartAsync([]);
        await using var other = await Baresip.StartAsync([]);
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Rep1);
        await call.AnsweredAsync();
        await phone.EventAsync("CALL_ESTABLISHED");
        var status = await call.TransferAsync($"sip:rep1@127.0.0.1:{other.Port}").WaitAsync(TimeSpan.FromSeconds(10));
        await other.EventAsync("CALL_ESTABLISHED");
        status.ShouldBe(200);
    }

    [Fact]
    public async Task A_recording_holds_both_sides()
    {
        using var folder = new TempFolder();
        await using var phone = await Baresip.StartAsync(Tones.Tone(700, 3_000));
        await using var endpoint = Agent.Start(phone.Trunk());
        var call = endpoint.Call(Rep1);
        await call.AnsweredAsync();
        await using (call.RecordTo(folder["call.wav"]))
            await call.PlayAsync(Tones.Tone(1_200, 1_000));
        await call.HangUpAsync();
        var bytes = await File.ReadAllBytesAsync(folder["call.wav"]);
        BitConverter.ToInt16(bytes, 22).ShouldBe((short)2);
        var both = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(bytes.AsSpan(44)).ToArray();
        var heard = both.Where((_, i) => i % 2 == 0).SkipWhile(sample => sample == 0).Take(4_000).ToArray();
        var said = both.Where((_, i) => i % 2 == 1).SkipWhile(sample => sample == 0).Take(4_000).ToArray();
        Ear.Purity(heard, 700).ShouldBeGreaterThan(0.9);
        Ear.Purity(said, 1_200).ShouldBeGreaterThan(0.99);
    }
}
