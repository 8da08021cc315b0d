using System.Net;
using Herald.Sip.Messages;
using Herald.Sip.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Sip.Tests.Calls;

public class RoutingTests
{
    private static readonly Dictionary<string, string> Large = Enumerable.Range(0, 3).ToDictionary(i => "X-Large-" + i, _ => new string('x', 500));

    [Fact]
    public async Task A_large_request_goes_by_tcp_where_the_peer_takes_it()
    {
        var port = LoopbackPorts.Free();
        var address = new IPEndPoint(IPAddress.Loopback, port);
        await using var desk = new SipEndpoint(Agent.Options() with { BindUdp = address, BindTcp = address }, TimeProvider.System, NullLoggerFactory.Instance,
            new Desk("1", async (incoming, _) => await (await incoming.AnswerAsync())!.Ended));
        await using var endpoint = Agent.Start(new TrunkOptions { Name = "desk", Host = "127.0.0.1", Port = port, KeepAlive = TimeSpan.Zero });
        var call = endpoint.Call(Agent.To("1") with { Headers = Large });
        await call.AnsweredAsync();
        (await call.HangUpAsync()).Kind.ShouldBe(CallEndKind.HungUp);
        endpoint.Core.RefusesTcp(new(SipTransport.Udp, address)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_connection_that_the_trunk_dropped_is_made_anew()
    {
        var address = new IPEndPoint(IPAddress.Loopback, LoopbackPorts.Free());
        await using var endpoint = Agent.Start(new TrunkOptions { Name = "desk", Host = "127.0.0.1", Port = address.Port, Transport = SipTransport.Tcp, KeepAlive = TimeSpan.Zero });
        for (var i = 0; i < 3; i++)
        {
            await using (var desk = new SipEndpoint(Agent.Options() with { BindTcp = address }, TimeProvider.System, NullLoggerFactory.Instance,
                new Desk("1", async (incoming, _) => await (await incoming.AnswerAsync())!.Ended)))
            {
                var call = endpoint.Call(Agent.To("1"));
                await call.AnsweredAsync();
                (await call.HangUpAsync()).Kind.ShouldBe(CallEndKind.HungUp);
                await Trunks.KamailioTests.Until(() => desk.Stats.Calls == 0);
            }

            // What is written before the goodbye of the connection is read is lost like a datagram: it may have arrived, and waits for timer B.
            await Trunks.KamailioTests.Until(() => endpoint.Core.Transport.Connections == 0);
        }

        (await endpoint.Call(Agent.To("1")).EndAsync()).Kind.ShouldBe(CallEndKind.NothingLeft);
    }

    [Fact]
    public async Task A_large_request_goes_by_udp_where_tcp_is_refused()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(pstn.Trunk());
        var call = endpoint.Call(Agent.To("15551230001") with { Headers = Large });
        await call.AnsweredAsync();
        (await call.HangUpAsync()).Kind.ShouldBe(CallEndKind.HungUp);
        endpoint.Core.RefusesTcp(new(SipTransport.Udp, new(IPAddress.Loopback, pstn.Port))).ShouldBeTrue();
    }

    [Fact]
    public async Task Everything_goes_through_the_outbound_proxy()
    {
        using var peer = new RawPeer();
        await using var endpoint = Agent.Start(new TrunkOptions { Name = "far", Host = "carrier.invalid", OutboundProxy = "127.0.0.1:" + peer.Port, KeepAlive = TimeSpan.FromHours(1) });
        var probe = await peer.RequestAsync("OPTIONS");
        probe.Uri.ShouldBe("sip:carrier.invalid");
        await peer.AnswerAsync(probe, 200);
        var call = endpoint.Call(Agent.To("123"));
        var invite = await peer.RequestAsync("INVITE");
        invite.Uri.ShouldBe("sip:123@carrier.invalid");
        invite.Headers["Route"].ShouldBe($"<sip:127.0.0.1:{peer.Port};lr>");
        await peer.AnswerAsync(invite, 404, "a");
        (await peer.RequestAsync("ACK")).Headers["Route"].ShouldBe(invite.Headers["Route"]);
        (await call.EndAsync()).SipCode.ShouldBe(404);
    }

    [Theory]
    [InlineData("<sip:127.0.0.1:{0};lr>", "sip:them@192.0.2.77", "<sip:127.0.0.1:{0};lr>")]
    [InlineData("<sip:127.0.0.1:{0}>", "sip:127.0.0.1:{0}", "<sip:them@192.0.2.77>")] // a strict router of before RFC 3261
    public async Task Requests_of_the_dialog_follow_its_route(string recorded, string uri, string route)
    {
        using var peer = new RawPeer();
        await using var endpoint = Agent.Start(peer.Trunk());
        var call = endpoint.Call(Agent.To("1"));
        var invite = await peer.RequestAsync("INVITE");
        var response = SipResponse.Answering(invite, 200, "them");
        response.Headers.Add("Record-Route", Fill(recorded));
        response.Headers.Add("Contact", "<sip:them@192.0.2.77>");
        response.SetSdp(System.Text.Encoding.UTF8.GetBytes(peer.Sdp()));
        await peer.SendAsync(response);
        await peer.RequestAsync("ACK");
        await call.AnsweredAsync();
        _ = call.HangUpAsync();
        var bye = await peer.RequestAsync("BYE");
        bye.Uri.ShouldBe(Fill(uri));
        bye.Headers["Route"].ShouldBe(Fill(route));
        await peer.AnswerAsync(bye, 200);

        string Fill(string text) => text.Replace("{0}", peer.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_is_nothing_left()
    {
        await using var endpoint = Agent.Start(new TrunkOptions { Name = "far", Host = "carrier.invalid", KeepAlive = TimeSpan.Zero });
        (await endpoint.Call(Agent.To("123")).EndAsync()).Kind.ShouldBe(CallEndKind.NothingLeft);
    }

    [Fact]
    public async Task One_call_takes_the_place_of_another()
    {
        // A calls B and C; C is told to take A's place towards B: B's endpoint sees an INVITE with Replaces.
        var atB = new TaskCompletionSource<Call>();
        await using var b = new SipEndpoint(Agent.Options(), TimeProvider.System, NullLoggerFactory.Instance, new Desk("b", async (incoming, _) =>
        {
            var call = await incoming.AnswerAsync();
            atB.SetResult(call!);
            await call!.Ended;
        }));
        using var c = new RawPeer();
        await using var a = Agent.Start(new TrunkOptions { Name = "b", Host = "127.0.0.1", Port = b.Bound(SipTransport.Udp).Port, KeepAlive = TimeSpan.Zero });
        var toB = a.Call(Agent.To("b"));
        await toB.AnsweredAsync();
        var standing = await atB.Task.WaitAsync(TimeSpan.FromSeconds(5));
        var dialog = toB.Core.Dialog!.Dialog;
        await c.SendAsync(Messages.Wire.Request($"INVITE sip:b@127.0.0.1 SIP/2.0", $"Via: SIP/2.0/UDP 127.0.0.1:{c.Port};branch=z9hG4bKrep;rport",
            $"Contact: <sip:c@127.0.0.1:{c.Port}>", "Replaces: " + dialog.ReplacesValue, "Require: replaces", "Content-Type: application/sdp", "Content-Length: " + c.Sdp().Length)
            + c.Sdp(), b);
        (await c.ResponseAsync()).Status.ShouldBe(200);
        (await toB.EndAsync()).HungUpBy.ShouldBe(Party.Them);
        standing.Ended.IsCompleted.ShouldBeFalse();
        _ = standing.HangUpAsync();
        await c.RequestAsync("BYE");
    }
}
