using Herald.Core.Engagements;

namespace Herald.Dispatch.Channels;

/// <summary>A way to reach people from this process: a trunk, a set of SMPP binds, simulated people.</summary>
/// <remarks>Nothing queues inside: an attempt is handed over only when <see cref="FreeSlots"/> offered room for it, and its first packet leaves at once.</remarks>
public interface IChannel : IAsyncDisposable
{
    /// <summary>The transport key of <c>Herald:Channels:&lt;key&gt;</c> that outbound profiles name.</summary>
    string Name { get; }

    /// <summary>Attempts it would take now: 0 while it is down or throttled. Read often, from any thread; must not block.</summary>
    int FreeSlots { get; }

    /// <summary>Reported on every row (<c>hrld_reasoncode = simulated</c>) and on /health.</summary>
    bool Simulated { get; }

    ChannelStatus Status { get; }

    /// <summary>Slots appeared other than by the end of an attempt (a bind came up, a throttle ended).</summary>
    event Action? SlotsAppeared;

    /// <summary>Rate units of an attempt: message segments; 1 for a call.</summary>
    int UnitsOf(AttemptOrder order);

    /// <summary>Under which id message ids and receipts of a profile's messages meet. The profile itself, unless the carrier's receipts do not tell profiles apart.</summary>
    Guid ReceiptsOf(OutboundProfile profile) => profile.Id;

    /// <summary>Makes the attempt. Returns at once and never throws; everything else is told to <paramref name="sink"/>.</summary>
    void Start(AttemptOrder order, IAttemptSink sink);

    /// <summary>Sends a text outside of any delivery (the confirmation of an opt-out, the answer to HELP). False: not possible now.</summary>
    ValueTask<bool> AnswerAsync(AnswerMessage message, CancellationToken ct);

    /// <summary>Connects and begins to take attempts and inbound traffic.</summary>
    Task StartAsync(IInbound inbound, CancellationToken ct);

    /// <summary>Hangs up what still runs and reports each attempt's end before it returns. No attempt is handed over any more.</summary>
    Task HangUpAsync(CancellationToken ct);
}
