using System.Net;
using System.Net.Sockets;
using System.Text;
using Herald.Sip.Messages;

namespace Herald.Sip.Tests.Lab;

/// <summary>A UDP socket that speaks SIP by hand, for peers that misbehave.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private IPEndPoint? last;

    public int Port => ((IPEndPoint)socket.Client.LocalEndPoint!).Port;

    public TrunkOptions Trunk(string name = "raw") => new() { Name = name, Host = "127.0.0.1", Port = Port, KeepAlive = TimeSpan.Zero };

    public Task SendAsync(string text, SipEndpoint to) => socket.SendAsync(Encoding.UTF8.GetBytes(text), to.Bound(SipTransport.Udp)).AsTask();

    public async Task<SipMessage> ReceiveAsync(double seconds = 5)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var got = await socket.ReceiveAsync(limit.Token);
        last = got.RemoteEndPoint;
        var parsed = SipParser.Parse(got.Buffer);
        parsed.Fault.ShouldBeNull();
        return parsed.Message!;
    }

    /// <summary>The next request with that method; others are read over.</summary>
    public async Task<SipRequest> RequestAsync(string method, double seconds = 5)
    {
        while (true)
            if (await ReceiveAsync(seconds) is SipRequest request && request.Method == method)
                return request;
    }

    public async Task<SipResponse> ResponseAsync(double seconds = 5)
    {
        while (true)
            if (await ReceiveAsync(seconds) is SipResponse response)
                return response;
    }

    /// <summary>Says 200 to every BYE and CANCEL until the task ends, so that a closing endpoint need not wait.</summary>
    public async Task AnswerGoodbyesAsync(Task until)
    {
        using var stop = new CancellationTokenSource();
        var answering = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var got = await socket.ReceiveAsync(stop.Token);
                last = got.RemoteEndPoint;
                if (SipParser.Parse(got.Buffer).Message is SipRequest { Method: "BYE" or "CANCEL" or "UPDATE" or "REFER" } request)
                    await SendAsync(SipResponse.Answering(request, 200, "t"));
                else if (SipParser.Parse(got.Buffer).Message is SipRequest { Method: "INVITE" } invite)
                    await SendAsync(SipResponse.Answering(invite, 480, "t"));
            }
        });
        await until;
        await stop.CancelAsync();
        try
        {
            await answering;
        }
        catch (OperationCanceledException)
        {
            // The way it ends, unless it never began.
        }
    }

    /// <summary>Nothing more is waiting to be read.</summary>
    public bool IsQuiet => socket.Available == 0;

    public Task AnswerAsync(SipRequest request, int status, string? tag = null, string? sdp = null, params string[] rows)
    {
        var response = SipResponse.Answering(request, status, tag);
        response.Headers.Add(HeaderNames.Contact, $"<sip:raw@127.0.0.1:{Port}>");
        foreach (var row in rows)
            response.Headers.Add(row.Split(':')[0], row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        if (sdp is not null)
            response.SetSdp(Encoding.UTF8.GetBytes(sdp));
        return SendAsync(response);
    }

    public Task SendAsync(SipMessage message) => socket.SendAsync(SipWriter.Write(message), last!).AsTask();

    /// <summary>A request of theirs inside the dialog that an INVITE of ours and their tag made.</summary>
    public SipRequest InDialog(SipRequest invite, string tag, string method, int number, params string[] rows)
    {
        var request = new SipRequest(method, invite.ContactUri!.ToString());
        request.Headers.Add(HeaderNames.Via, $"SIP/2.0/UDP 127.0.0.1:{Port};branch=z9hG4bK{Guid.NewGuid():N}");
        request.Headers.Add(HeaderNames.From, invite.Headers[HeaderNames.To] + ";tag=" + tag);
        request.Headers.Add(HeaderNames.To, invite.Headers[HeaderNames.From]!);
        request.Headers.Add(HeaderNames.CallId, invite.CallId);
        request.Headers.Add(HeaderNames.CSeq, $"{number} {method}");
        request.Headers.Add(HeaderNames.Contact, $"<sip:raw@127.0.0.1:{Port}>");
        foreach (var row in rows)
            request.Headers.Add(row.Split(':')[0], row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        return request;
    }

    public string Sdp(string direction = "sendrecv") =>
        $"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\na={direction}\r\n";

    public void Dispose() => socket.Dispose();
}
