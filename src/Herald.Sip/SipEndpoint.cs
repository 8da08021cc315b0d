using System.Net;
using Herald.Sip.Calls;
using Herald.Sip.Core;
using Herald.Sip.Messages;
using Herald.Sip.Trunks;
using Microsoft.Extensions.Logging;

namespace Herald.Sip;

/// <summary>A SIP user agent: listens from construction on, calls through trunks, takes calls to our numbers.</summary>
public sealed class SipEndpoint : IAsyncDisposable
{
    private readonly SipCore core;
    private readonly TrunkList trunks;
    private readonly CallList calls;
    private int disposed;

    /// <param name="options">Addresses and trunks.</param>
    /// <param name="time">Clock of timers and timestamps; media run on the real one.</param>
    /// <param name="logs">Log category <c>Herald.Sip</c>.</param>
    /// <param name="incoming">Takes calls; null = callers hear 480.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names all of them.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">An address is taken.</exception>
    public SipEndpoint(SipEndpointOptions options, TimeProvider time, ILoggerFactory logs, IIncomingCalls? incoming = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logs);
        if (SipOptionsRules.Faults(options) is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        core = new(options, time, logs.CreateLogger("Herald.Sip"));
        calls = new(core, trunks = new(core));
        core.IsOurs = invite =>
            ReplacingInvite.Names(invite) is { } key ? core.FindDialog(key) is not null
            : incoming is not null && SipUri.Parse(invite.Uri) is { } uri && incoming.IsOurs(uri.PlainUser);
        core.Invited = (invite, transaction) => calls.OnInvite(invite, transaction, incoming);
    }

    /// <summary>How the trunks stand.</summary>
    public IReadOnlyList<TrunkState> Trunks => trunks.States;

    public SipStats Stats
    {
        get
        {
            var (all, late) = core.Clock.Ticks;
            return new(calls.Count, calls.Started, calls.Answered, core.Strangers, all, late);
        }
    }

    /// <summary>The address it listens on.</summary>
    public IPEndPoint Bound(SipTransport transport) => core.Transport.Bound(transport);

    /// <summary>Starts a call; everything that happens to it, refusals included, is told by the call.</summary>
    /// <param name="request">Whom to call, and how.</param>
    /// <param name="cancel">Stops it before the answer, even within the shortest ring limit; later it hangs up.</param>
    /// <exception cref="ArgumentException">The request cannot be written as SIP, or a limit is out of range.</exception>
    public Call Call(CallRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CallRequestRules.Check(request, core.Options);
        return calls.Start(request, cancel);
    }

    /// <summary>Hangs up every call, unregisters, waits for the answers (at most 4 s each), closes the sockets.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        trunks.Stop();
        await calls.CloseAsync();
        await core.DisposeAsync();
    }

    internal SipCore Core => core;
}
