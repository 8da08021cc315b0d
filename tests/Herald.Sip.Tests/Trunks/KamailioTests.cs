using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Trunks;

public class KamailioTests
{
    [Theory]
    [InlineData(SipTransport.Udp)]
    [InlineData(SipTransport.Tcp)]
    [InlineData(SipTransport.Tls)]
    public async Task A_call_goes_through_a_proxy_that_challenges_and_records_its_route(SipTransport transport)
    {
        await using var pstn = await Pstn.StartAsync();
        await using var kamailio = await Kamailio.StartAsync(pstn.Port);
        await using var endpoint = Agent.Start(Agent.Options(kamailio.Trunk(transport)) with { Tls = new() { TrustedRoots = [kamailio.Certificate] } });
        var call = endpoint.Call(Agent.To("15551230001"));
        await call.AnsweredAsync();
        Ear.Purity(await new Ear(call, 300).HeardAsync(), 440).ShouldBeGreaterThan(0.7);
        (await call.HangUpAsync()).Kind.ShouldBe(CallEndKind.HungUp);
        await endpoint.DisposeAsync();
        pstn.Messages.ShouldContain("BYE sip:pstn@");

        // and the other way: the far end's goodbye comes back through the proxy
        await using var second = Agent.Start(Agent.Options(kamailio.Trunk(transport)) with { Tls = new() { TrustedRoots = [kamailio.Certificate] } });
        var end = await second.Call(Agent.To("155512300009")).EndAsync();
        end.HungUpBy.ShouldBe(Party.Them);
    }

    [Theory]
    [InlineData(SipTransport.Udp)]
    [InlineData(SipTransport.Tcp)]
    [InlineData(SipTransport.Tls)]
    public async Task A_registered_trunk_comes_up(SipTransport transport)
    {
        await using var kamailio = await Kamailio.StartAsync();
        await using var endpoint = Agent.Start(Agent.Options(kamailio.Trunk(transport) with { Register = true })
            with { Tls = new() { TrustedRoots = [kamailio.Certificate] } });
        await Until(() => endpoint.Trunks[0].Up);
    }

    [Fact]
    public async Task A_trunk_with_a_wrong_password_stays_down_and_its_calls_leave_nothing()
    {
        await using var kamailio = await Kamailio.StartAsync();
        await using var endpoint = Agent.Start(kamailio.Trunk() with { Register = true, Password = "wrong" });
        await Until(() => endpoint.Trunks[0].Detail.Contains("401", StringComparison.Ordinal));
        (await endpoint.Call(Agent.To("15551230001")).EndAsync()).Kind.ShouldBe(CallEndKind.NothingLeft);
    }

    [Fact]
    public async Task A_tls_trunk_with_an_unknown_certificate_is_refused()
    {
        await using var kamailio = await Kamailio.StartAsync();
        await using var endpoint = Agent.Start(kamailio.Trunk(SipTransport.Tls));
        (await endpoint.Call(Agent.To("15551230001")).EndAsync()).Kind.ShouldBe(CallEndKind.NothingLeft);
    }

    [Fact]
    public async Task Probes_show_a_trunk_alive_and_dead()
    {
        var options = Agent.Options() with { Timers = SipTimers.Scaled(TimeSpan.FromMilliseconds(5)) };
        await using var kamailio = await Kamailio.StartAsync();
        await using var endpoint = Agent.Start(options with { Trunks = [kamailio.Trunk() with { KeepAlive = TimeSpan.FromMilliseconds(50) }] });
        await Until(() => endpoint.Core.Strangers == 0 && endpoint.Trunks[0].Up);
        await kamailio.DisposeAsync();
        await Until(() => !endpoint.Trunks[0].Up);
        endpoint.Trunks[0].Detail.ShouldBe("it does not answer OPTIONS");
    }

    internal static async Task Until(Func<bool> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; i < 1_000 && !condition(); i++)
            await timer.WaitForNextTickAsync();
        condition().ShouldBeTrue();
    }
}
