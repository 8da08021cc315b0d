using System.Net.Sockets;
using Herald.Sip.Loop;
using Herald.Sip.Media;
using Herald.Sip.Messages;
using Herald.Sip.Transactions;
using Herald.Sip.Transports;
using Microsoft.Extensions.Logging;

namespace Herald.Sip.Core;

/// <summary>What calls, trunks and the listener share. Everything but construction happens on the loop.</summary>
internal sealed partial class SipCore : IAsyncDisposable
{
    private readonly Dictionary<string, IDialogUser> dialogs = [];
    private readonly HashSet<Hop> noTcp = [];

    public SipCore(SipEndpointOptions options, TimeProvider time, ILogger log)
    {
        (Options, Time, Log) = (options, time, log);
        Loop = new(time, log);
        try
        {
            Transport = new(options, time, inbound => Loop.PostFromNetwork(() => OnInbound(inbound)));
        }
        catch (SocketException)
        {
            Clock.Dispose();
            _ = Loop.DisposeAsync().AsTask();
            throw;
        }
        Transactions = new(Loop, Transport, options.Timers);
        Resolver = new(Loop, time);
        Ports = new(options.RtpPortFirst, options.RtpPortLast);
    }

    public SipEndpointOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    public SignalLoop Loop { get; }

    public TransportLayer Transport { get; }

    public TransactionLayer Transactions { get; }

    public HopResolver Resolver { get; }

    public RtpPorts Ports { get; }

    public MediaClock Clock { get; } = new();

    public int Dialogs => dialogs.Count;

    public void AddDialog(string key, IDialogUser user) => dialogs[key] = user;

    public IDialogUser? FindDialog(string key) => dialogs.GetValueOrDefault(key);

    public void RemoveDialog(string key) => dialogs.Remove(key);

    public void SendDirect(SipRequest request, Hop hop)
    {
        var local = Transport.LocalFor(hop);
        var word = hop.Transport.ToString().ToUpperInvariant();
        request.Headers.AddFirst(HeaderNames.Via, $"SIP/2.0/{word} {HostPort.Write(local.Address)}:{local.Port};branch={Ids.Branch()};rport");
        Transport.Send(SipWriter.Write(request), hop, null);
    }

    /// <summary>Our Contact as a peer at that hop must write it.</summary>
    public string ContactFor(Hop hop, string user)
    {
        var local = Transport.LocalFor(hop);
        var suffix = hop.Transport == SipTransport.Udp ? "" : ";transport=" + hop.Transport.ToString().ToLowerInvariant();
        var name = user.Length > 0 ? Uri.EscapeDataString(user).Replace("%2B", "+", StringComparison.Ordinal) + "@" : "";
        return $"<sip:{name}{HostPort.Write(local.Address)}:{local.Port}{suffix}>";
    }

    public bool RefusesTcp(Hop hop) => noTcp.Contains(hop);

    public void RememberRefusal(Hop hop)
    {
        if (noTcp.Count > 1_024)
            noTcp.Clear();
        noTcp.Add(hop);
    }

    /// <summary>Completes when no request of ours waits for its answer.</summary>
    public async Task QuietAsync(TimeSpan limit)
    {
        var quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Look();
        await quiet.Task.WaitAsync(limit, Time);

        void Look() => Loop.Post(() =>
        {
            if (Transactions.Waiting == 0)
                quiet.TrySetResult();
            else
                Loop.Timers.After(TimeSpan.FromMilliseconds(10), Look);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Transport.DisposeAsync();
        await Loop.DisposeAsync();
        Clock.Dispose();
    }
}
