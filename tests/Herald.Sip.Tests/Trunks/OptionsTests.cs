using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Trunks;

public class OptionsTests
{
    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var options = new SipEndpointOptions
        {
            Timers = new() { T1 = TimeSpan.Zero },
            RtpPortFirst = 20_001,
            MaxCalls = 0,
            SessionExpires = TimeSpan.FromSeconds(60),
            Trunks =
            [
                new() { Name = "a", Host = "x:5060", Register = true },
                new() { Name = "a", Host = "ok", Codecs = [], OutboundProxy = "a b" },
            ],
        };
        var message = Should.Throw<ArgumentException>(() => Agent.Start(options)).Message;
        foreach (var part in new[] { "T1", "RtpPortFirst", "MaxCalls", "SessionExpires", "names are different", "Trunk a: Host", "needs a Username", "Codecs", "OutboundProxy" })
            message.ShouldContain(part);
    }

    [Fact]
    public async Task Ports_come_from_the_range_and_a_full_range_is_nothing_left()
    {
        await using var pstn = await Pstn.StartEchoAsync();
        var first = LoopbackPorts.Free(2);
        await using var endpoint = Agent.Start(Agent.Options(pstn.Trunk()) with { RtpPortFirst = first, RtpPortLast = first + 1 });
        var one = endpoint.Call(Agent.To("1"));
        await one.AnsweredAsync();
        one.Core.Media!.Port.ShouldBe(first);
        (await endpoint.Call(Agent.To("2")).EndAsync()).Kind.ShouldBe(CallEndKind.NothingLeft);
        await one.HangUpAsync();
        var again = endpoint.Call(Agent.To("3"));
        await again.AnsweredAsync();
        await again.HangUpAsync();
    }

    [Fact]
    public async Task A_taken_port_is_told_and_the_others_are_given_back()
    {
        await using var first = Agent.Start();
        var udp = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, LoopbackPorts.Free());
        Should.Throw<System.Net.Sockets.SocketException>(() => Agent.Start(Agent.Options() with { BindUdp = udp, BindTls = first.Bound(SipTransport.Tls) }));
        await KamailioTests.Until(() => !LoopbackPorts.IsBoundUdp(udp.Port));
        await using var second = Agent.Start(Agent.Options() with { BindUdp = udp });
        second.Bound(SipTransport.Udp).Port.ShouldBe(udp.Port);
    }
}
