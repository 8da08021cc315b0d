using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Calls;

public class UnansweredCallTests
{
    [Theory]
    [InlineData(404, "Not Found")]
    [InlineData(480, "Temporarily Unavailable")]
    [InlineData(486, "Busy Here")]
    [InlineData(503, "Service Unavailable")]
    [InlineData(603, "Decline")]
    public async Task A_refusal_is_told_with_its_code_and_phrase(int code, string phrase)
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var end = await endpoint.Call(Agent.To($"1555123{code:D5}")).EndAsync();
        end.Kind.ShouldBe(CallEndKind.Rejected);
        end.SipCode.ShouldBe(code);
        end.Phrase.ShouldBe(phrase);
        end.RingLimitReached.ShouldBeFalse();
        end.Times.Ringing.ShouldNotBeNull();
        end.Times.Answered.ShouldBeNull();
    }

    [Fact]
    public async Task Ringing_out_ends_with_our_cancel_and_says_so()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var end = await endpoint.Call(Agent.To("155512300180") with { RingTimeout = TimeSpan.FromSeconds(1) }).EndAsync();
        end.Kind.ShouldBe(CallEndKind.RingLimit);
        end.RingLimitReached.ShouldBeTrue();
        end.SipCode.ShouldBe(487);
        (end.Times.Ended - end.Times.Ringing)!.Value.TotalSeconds.ShouldBeInRange(0.95, 3);
    }

    [Fact]
    public async Task The_ring_limit_cannot_be_shorter_than_fifteen_seconds()
    {
        await using var endpoint = Agent.Start(Agent.Options() with { MinimumRing = TimeSpan.FromSeconds(15) });
        Should.Throw<ArgumentException>(() => endpoint.Call(Agent.To("1") with { RingTimeout = TimeSpan.FromSeconds(14.9) }));
        new SipEndpointOptions().MinimumRing.ShouldBe(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_caller_may_cancel_sooner()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        using var cancel = new CancellationTokenSource();
        var call = endpoint.Call(Agent.To("155512300180"), cancel.Token);
        await call.NextAsync<CallEvent.Ringing>();
        await cancel.CancelAsync();
        var end = await call.EndAsync(3);
        end.Kind.ShouldBe(CallEndKind.Cancelled);
        end.SipCode.ShouldBe(487);
        end.RingLimitReached.ShouldBeFalse();
    }

    [Fact]
    public async Task Early_media_is_told_before_the_answer()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var call = endpoint.Call(Agent.To("155512300183"));
        await call.NextAsync<CallEvent.EarlyMedia>();
        call.Answered.IsCompleted.ShouldBeFalse();
        Ear.Purity(await new Ear(call, 200).HeardAsync(), 440).ShouldBeGreaterThan(0.7);
        call.Answered.IsCompleted.ShouldBeFalse();
        await call.AnsweredAsync();
        var end = await call.HangUpAsync();
        end.Times.EarlyMedia!.Value.ShouldBeLessThan(end.Times.Answered!.Value);
    }

    [Fact]
    public async Task A_reliable_provisional_answer_is_acknowledged_and_its_description_holds()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var call = endpoint.Call(Agent.To("155512300100"));
        await call.AnsweredAsync();
        (await call.HangUpAsync()).Times.EarlyMedia.ShouldNotBeNull();
        pstn.Messages.ShouldContain("RAck: 1 1 INVITE");
    }

    [Fact]
    public async Task A_challenge_is_answered()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk() with { Username = "trunkuser", Password = "trunkpass" });
        var call = endpoint.Call(Agent.To("155512300401"));
        await call.AnsweredAsync();
        (await call.HangUpAsync()).SipCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("trunkuser", "wrong", 403)]
    [InlineData("", "", 401)]
    public async Task Wrong_or_missing_credentials_end_the_call(string user, string password, int code)
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk() with { Username = user, Password = password });
        var end = await endpoint.Call(Agent.To("155512300401")).EndAsync();
        end.Kind.ShouldBe(CallEndKind.Rejected);
        end.SipCode.ShouldBe(code);
    }

    [Fact]
    public async Task A_trunk_that_never_answers_is_no_response_and_not_nothing_left()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(Agent.Options(pstn.Trunk()) with { Timers = SipTimers.Scaled(TimeSpan.FromMilliseconds(20)) });
        var end = await endpoint.Call(Agent.To("155512300000")).EndAsync();
        end.Kind.ShouldBe(CallEndKind.NoResponse);
        end.SipCode.ShouldBe(408);
    }

    [Fact]
    public async Task Without_a_trunk_nothing_left()
    {
        await using var endpoint = Agent.Start();
        var end = await endpoint.Call(Agent.To("15551230001")).EndAsync();
        end.Kind.ShouldBe(CallEndKind.NothingLeft);
        end.Trunk.ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_connection_is_nothing_left()
    {
        var closed = LoopbackPorts.Free();
        await using var endpoint = Agent.Start(new TrunkOptions { Name = "dead", Host = "127.0.0.1", Port = closed, Transport = SipTransport.Tcp, KeepAlive = TimeSpan.Zero });
        (await endpoint.Call(Agent.To("15551230001")).EndAsync()).Kind.ShouldBe(CallEndKind.NothingLeft);
    }

    [Fact]
    public async Task An_answer_that_crosses_our_cancel_is_acknowledged_and_hung_up()
    {
        await using var pstn = await Pstn.StartScenarioAsync("answer_at_cancel.xml");
        CallEnd end;
        await using (var endpoint = Agent.Start(pstn.Trunk()))
            end = await endpoint.Call(Agent.To("15551230001") with { RingTimeout = TimeSpan.FromMilliseconds(300) }).EndAsync();
        end.Kind.ShouldBe(CallEndKind.RingLimit);
        end.RingLimitReached.ShouldBeTrue();
        end.SipCode.ShouldBe(200);
        end.Times.Answered.ShouldBeNull();
        pstn.Messages.ShouldContain("\nACK sip:pstn@");
        pstn.Messages.ShouldContain("\nBYE sip:pstn@");
    }
}
