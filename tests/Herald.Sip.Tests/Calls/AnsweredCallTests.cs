using Herald.Sip.Media;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Calls;

public class AnsweredCallTests
{
    [Fact]
    public async Task A_call_rings_is_answered_hears_the_peer_and_says_goodbye()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var call = endpoint.Call(Agent.To("15551230001"));
        await call.AnsweredAsync();
        var heard = await new Ear(call, 500).HeardAsync();
        Ear.Purity(heard, 440).ShouldBeGreaterThan(0.8);
        var end = await call.HangUpAsync();
        end.ShouldSatisfyAllConditions(
            () => end.Kind.ShouldBe(CallEndKind.HungUp),
            () => end.HungUpBy.ShouldBe(Party.Us),
            () => end.SipCode.ShouldBe(200),
            () => end.Trunk.ShouldBe("pstn"),
            () => end.Media.Sent.ShouldBeGreaterThan(20),
            () => end.Media.Received.ShouldBeGreaterThan(20),
            () => end.Media.Lost.ShouldBe(0),
            () => end.Times.PostDialDelay!.Value.ShouldBeLessThan(TimeSpan.FromSeconds(1)));
        var events = await call.EventsAsync();
        events.Select(item => item.GetType().Name).ShouldBe(["Ringing", "Answered", "Ended"]);
        events[0].ShouldBeOfType<CallEvent.Ringing>().SipCode.ShouldBe(180);
    }

    [Fact]
    public async Task What_we_play_reaches_the_peer_in_time_and_whole()
    {
        await using var pstn = await Pstn.StartEchoAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var call = endpoint.Call(Agent.To("15551230001"));
        await call.AnsweredAsync();
        var ear = new Ear(call, 950);
        (await call.PlayAsync(Tones.Tone(1_000, 1_000))).ShouldBe(PlayEnd.Finished);
        Ear.Purity((await ear.HeardAsync()).AsSpan(0, 7_200), 1_000).ShouldBeGreaterThan(0.95);
        (await call.HangUpAsync()).Media.Lost.ShouldBe(0);
    }

    [Fact]
    public async Task The_far_end_may_hang_up()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var end = await endpoint.Call(Agent.To("155512300009")).EndAsync();
        end.Kind.ShouldBe(CallEndKind.HungUp);
        end.HungUpBy.ShouldBe(Party.Them);
        (end.Times.Ended - end.Times.Answered)!.Value.TotalSeconds.ShouldBeInRange(1.3, 3);
    }

    [Fact]
    public async Task A_goodbye_that_is_answered_late_is_repeated_and_holds_nobody_up()
    {
        await using var pstn = await Pstn.StartAsync();
        await using (var endpoint = Agent.Start(pstn.Trunk()))
        {
            var call = endpoint.Call(Agent.To("155512300008"));
            await call.AnsweredAsync();
            (await call.HangUpAsync().WaitAsync(TimeSpan.FromSeconds(1))).Kind.ShouldBe(CallEndKind.HungUp);
        } // waits for the goodbye's answer
        pstn.Messages.Split("BYE sip:").Length.ShouldBeGreaterThan(3);
        pstn.Messages.ShouldContain("CSeq: 2 BYE");
    }

    [Fact]
    public async Task Keys_of_the_peer_arrive_once_each_and_in_order()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var call = endpoint.Call(Agent.To("155512300012"));
        await call.AnsweredAsync();
        var keys = "";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await foreach (var item in call.Events.WithCancellation(limit.Token))
            if (item is CallEvent.Dtmf dtmf && (keys += dtmf.Key).Length == 3)
                break;
        keys.ShouldBe("12#");
        await call.HangUpAsync();
    }

    [Fact]
    public async Task Closing_the_endpoint_says_goodbye_to_everybody()
    {
        await using var pstn = await Pstn.StartAsync();
        var endpoint = Agent.Start(pstn.Trunk());
        var standing = endpoint.Call(Agent.To("15551230001"));
        var ringing = endpoint.Call(Agent.To("155512300180"));
        await standing.AnsweredAsync();
        await ringing.NextAsync<CallEvent.Ringing>();
        await endpoint.DisposeAsync();
        (await standing.EndAsync(1)).HungUpBy.ShouldBe(Party.Us);
        (await ringing.EndAsync(1)).Kind.ShouldBe(CallEndKind.Cancelled);
        pstn.Messages.ShouldContain("\nBYE sip:");
        pstn.Messages.ShouldContain("\nCANCEL sip:");
        (await endpoint.Call(Agent.To("15551230001")).EndAsync(1)).Kind.ShouldBe(CallEndKind.NothingLeft);
    }
}
