using Herald.Sip.Messages;
using Herald.Sip.Tests.Lab;
using Herald.Sip.Tests.Messages;

namespace Herald.Sip.Tests.Calls;

/// <summary>What the port says to those we do not know: an answer, and nothing is kept.</summary>
public sealed class StrangerTests : IAsyncDisposable
{
    private readonly RawPeer peer = new();
    private readonly SipEndpoint endpoint = Agent.Start();

    public async ValueTask DisposeAsync()
    {
        peer.Dispose();
        await endpoint.DisposeAsync();
    }

    [Theory]
    [InlineData("OPTIONS sip:x@127.0.0.1 SIP/2.0", 200)]
    [InlineData("INVITE sip:100@127.0.0.1 SIP/2.0", 480)]
    [InlineData("INVITE urn:service:sos SIP/2.0", 416)]
    [InlineData("BYE sip:x@127.0.0.1 SIP/2.0", 481)]
    [InlineData("CANCEL sip:x@127.0.0.1 SIP/2.0", 481)]
    [InlineData("PRACK sip:x@127.0.0.1 SIP/2.0", 481)]
    [InlineData("REGISTER sip:127.0.0.1 SIP/2.0", 405)]
    [InlineData("SUBSCRIBE sip:x@127.0.0.1 SIP/2.0", 405)]
    [InlineData("NEWMETHOD sip:x@127.0.0.1 SIP/2.0", 405)]
    [InlineData("OPTIONS sip:x@127.0.0.1 SIP/7.0", 505)]
    [InlineData("OPTIONS <sip:x@127.0.0.1> SIP/2.0", 400)]
    public async Task A_request_outside_our_dialogs_hears_its_status_and_leaves_no_state(string line, int status)
    {
        await peer.SendAsync(Wire.Request(line, "Via: SIP/2.0/UDP 10.0.0.1:7;branch=z9hG4bKx;rport"), endpoint);
        var response = await peer.ResponseAsync();
        response.Status.ShouldBe(status);
        response.To!.Tag.ShouldNotBeNull();
        Nothing();
    }

    [Fact]
    public async Task A_tag_of_no_dialog_hears_481()
    {
        await peer.SendAsync(Wire.Request("INVITE sip:x@127.0.0.1 SIP/2.0", "Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bKx;rport", "To: <sip:x@127.0.0.1>;tag=none"), endpoint);
        (await peer.ResponseAsync()).Status.ShouldBe(481);
        Nothing();
    }

    [Fact]
    public async Task The_answer_names_where_the_request_came_from_and_a_repeat_gets_the_same()
    {
        var text = Wire.Request("OPTIONS sip:x@127.0.0.1 SIP/2.0", "Via: SIP/2.0/UDP 10.0.0.1:7;branch=z9hG4bKx;rport");
        await peer.SendAsync(text, endpoint);
        var first = await peer.ResponseAsync();
        first.TopVia!.Params["received"].ShouldBe("127.0.0.1");
        first.TopVia.Params["rport"].ShouldBe(peer.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await peer.SendAsync(text, endpoint);
        (await peer.ResponseAsync()).To!.Tag.ShouldBe(first.To!.Tag);
    }

    [Fact]
    public async Task An_unknown_required_extension_is_named_in_420()
    {
        await peer.SendAsync(Wire.Request("OPTIONS sip:x@127.0.0.1 SIP/2.0", "Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bKx;rport", "Require: nothing-we-know, timer"), endpoint);
        var response = await peer.ResponseAsync();
        response.Status.ShouldBe(420);
        response.Headers["Unsupported"].ShouldBe("nothing-we-know");
    }

    [Fact]
    public async Task Acknowledgements_answers_and_noise_get_no_answer()
    {
        await peer.SendAsync(Wire.Request("ACK sip:x@127.0.0.1 SIP/2.0", "Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKx;rport"), endpoint);
        await peer.SendAsync(Wire.Request("OPTIONS x SIP/2.0").Replace("OPTIONS x SIP/2.0", "SIP/2.0 200 OK", StringComparison.Ordinal), endpoint);
        await peer.SendAsync("\r\n\r\n", endpoint);
        await peer.SendAsync(new string('\0', 900), endpoint);
        await peer.SendAsync(Wire.Request("OPTIONS sip:x@127.0.0.1 SIP/2.0", "Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKlast;rport"), endpoint);
        (await peer.ResponseAsync()).TopVia!.Branch.ShouldBe("z9hG4bKlast");
        peer.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_flood_of_scanners_costs_no_memory()
    {
        for (var i = 0; i < 3_000; i++)
            await peer.SendAsync(Wire.Request($"INVITE sip:{i}@127.0.0.1 SIP/2.0", $"Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK{i}", $"Call-ID: {i}"), endpoint);
        await Trunks.KamailioTests.Until(() => endpoint.Stats.Strangers >= 1_000);
        Nothing();
    }

    [Fact]
    public async Task Mangled_messages_on_both_transports_leave_a_port_that_answers()
    {
        var random = new Random(11);
        var good = System.Text.Encoding.UTF8.GetBytes(Wire.Request("INVITE sip:1@127.0.0.1 SIP/2.0", "Contact: <sip:a@127.0.0.1:9>", "Record-Route: <sip:127.0.0.1:9;lr>", "Content-Type: application/sdp"));
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(endpoint.Bound(SipTransport.Tcp));
        for (var i = 0; i < 1_000; i++)
        {
            var bytes = good.ToArray();
            for (var cut = random.Next(1, 10); cut > 0; cut--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            await peer.SendAsync(System.Text.Encoding.Latin1.GetString(bytes), endpoint);
            if (i < 50 && tcp.Connected)
                await TrySendAsync(tcp, bytes);
        }
        await peer.SendAsync(Wire.Request("OPTIONS sip:x@127.0.0.1 SIP/2.0", "Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKlast;rport"), endpoint);
        SipResponse response;
        do
            response = await peer.ResponseAsync();
        while (response.TopVia?.Branch != "z9hG4bKlast");
        response.Status.ShouldBe(200);
        endpoint.Core.Transactions.Servers.ShouldBe(0);
    }

    private static async Task TrySendAsync(System.Net.Sockets.TcpClient tcp, byte[] bytes)
    {
        try
        {
            await tcp.GetStream().WriteAsync(bytes);
        }
        catch (IOException)
        {
            // Closed by the endpoint: a stream that broke its framing is not read on.
        }
    }

    private void Nothing()
    {
        endpoint.Core.Transactions.Servers.ShouldBe(0);
        endpoint.Core.Dialogs.ShouldBe(0);
        endpoint.Stats.Calls.ShouldBe(0);
    }
}
