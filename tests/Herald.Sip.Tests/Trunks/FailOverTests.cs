using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Trunks;

/// <summary>The next trunk is tried only while nobody can have been rung.</summary>
public class FailOverTests
{
    [Fact]
    public async Task A_full_trunk_hands_over_to_the_next()
    {
        await using var full = await Pstn.StartScenarioAsync("refuse_at_once.xml");
        await using var good = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(full.Trunk("full"), good.Trunk("good"));
        var call = endpoint.Call(Agent.To("15551230001"));
        await call.AnsweredAsync();
        (await call.HangUpAsync()).Trunk.ShouldBe("good");
    }

    [Fact]
    public async Task The_last_full_trunks_answer_is_the_end_with_its_cause()
    {
        await using var full = await Pstn.StartScenarioAsync("refuse_at_once.xml");
        await using var endpoint = Agent.Start(full.Trunk());
        var end = await endpoint.Call(Agent.To("15551230001")).EndAsync();
        end.SipCode.ShouldBe(503);
        end.Q850.ShouldBe(34);
        end.ReasonText.ShouldBe("No circuit/channel available");
    }

    [Fact]
    public async Task A_refused_connection_hands_over_to_the_next()
    {
        await using var good = await Pstn.StartAsync();
        var dead = new TrunkOptions { Name = "dead", Host = "127.0.0.1", Port = LoopbackPorts.Free(), Transport = SipTransport.Tcp, KeepAlive = TimeSpan.Zero };
        await using var endpoint = Agent.Start(dead, good.Trunk("good"));
        var call = endpoint.Call(Agent.To("15551230001"));
        await call.AnsweredAsync();
        (await call.HangUpAsync()).Trunk.ShouldBe("good");
    }

    [Fact]
    public async Task A_silent_trunk_hands_over_after_timer_B()
    {
        await using var silent = await Pstn.StartAsync();
        await using var good = await Pstn.StartEchoAsync();
        await using var endpoint = Agent.Start(Agent.Options(silent.Trunk("silent"), good.Trunk("good")) with { Timers = SipTimers.Scaled(TimeSpan.FromMilliseconds(20)) });
        var call = endpoint.Call(Agent.To("155512300000"));
        await call.AnsweredAsync();
        (await call.HangUpAsync()).Trunk.ShouldBe("good");
    }

    [Fact]
    public async Task A_trunk_that_rang_and_then_failed_is_the_end()
    {
        await using var rang = await Pstn.StartAsync();
        await using var good = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(rang.Trunk("rang"), good.Trunk("good"));
        var end = await endpoint.Call(Agent.To("155512300503")).EndAsync();
        end.SipCode.ShouldBe(503);
        end.Trunk.ShouldBe("rang");
        good.Messages.ShouldNotContain("INVITE");
    }

    [Fact]
    public async Task A_refusal_that_is_not_503_is_the_end()
    {
        await using var first = await Pstn.StartAsync();
        await using var good = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(first.Trunk("first"), good.Trunk("good"));
        (await endpoint.Call(Agent.To("155512300486")).EndAsync()).Trunk.ShouldBe("first");
    }

    [Fact]
    public async Task A_request_may_name_its_trunks_and_their_order()
    {
        await using var first = await Pstn.StartAsync();
        await using var second = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(first.Trunk("first"), second.Trunk("second"));
        var end = await endpoint.Call(Agent.To("155512300486") with { Trunks = ["second"] }).EndAsync();
        end.Trunk.ShouldBe("second");
        (await endpoint.Call(Agent.To("1") with { Trunks = ["third"] }).EndAsync()).Kind.ShouldBe(CallEndKind.NothingLeft);
    }
}
