using System.Net;
using Herald.Sip.Calls;
using Herald.Sip.Core;
using Herald.Sip.Trunks;
using Microsoft.Extensions.Logging;

namespace Herald.Sip;

/// <summary>A SIP user agent: listens from construction on, calls through trunks, takes calls to our numbers.</summary>
public sealed class SipEndpoint : IAsyncDisposable
{
    private readonly SipCore core;
    private readonly TrunkList trunks;
    private readonly CallList calls;

    /// <exception cref="System.Net.Sockets.SocketException">An address is taken.</exception>
    public SipEndpoint(SipEndpointOptions options, TimeProvider time, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logs);
        core = new(options, time, logs.CreateLogger("Herald.Sip"));
        trunks = new(core);
        calls = new(core, trunks);
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

    /// <summary>How the trunks stand.</summary>
    public IReadOnlyList<TrunkState> Trunks => trunks.States;

    /// <summary>Hangs up every call, waits for the goodbyes (at most 4 s), unregisters, closes the sockets.</summary>
    public async ValueTask DisposeAsync()
    {
        await calls.CloseAsync();
        await core.DisposeAsync();
    }
}
