using Herald.Core.Outcomes;
using NodaTime;

namespace Herald.Dispatch.Channels;

/// <summary>Where a channel tells what becomes of one attempt. Members return at once, may be called from any thread, and exactly one of the last three ends the attempt.</summary>
/// <remarks>A channel reports the end first and frees its slot after: the other order would offer the slot twice.</remarks>
public interface IAttemptSink
{
    /// <summary>A person (or machine) is on the line: the conversation row is written now.</summary>
    void Connected(Instant at);

    /// <summary>The message was accepted by the carrier; its receipt will come through <see cref="IInbound"/>. Ends the attempt for this process.</summary>
    /// <param name="messageIds">One per segment, in the profile's canonical form; at least one.</param>
    void Acknowledged(Instant at, IReadOnlyList<string> messageIds);

    /// <summary>Proven that nothing left this machine: the row waits again and its reservation is given back.</summary>
    /// <param name="retryAfter">When it may be looked at again; at least 0.</param>
    void NothingLeft(string reasonCode, Duration retryAfter);

    void Ended(AttemptOutcome outcome);
}
