using Herald.Core.Outcomes;
using NodaTime;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>Reports the end first and frees the slot after, once.</summary>
internal sealed class FreesSlot(IAttemptSink sink, SimulatedChannel channel) : IAttemptSink
{
    private int ended;

    /// <summary>The agent's talk of an answered call; null when there is none.</summary>
    public SimulatedTalk? Talk { get; set; }

    public bool IsOver => Volatile.Read(ref ended) != 0;

    public void Connected(Instant at)
    {
        if (!IsOver)
            sink.Connected(at);
    }

    public void Acknowledged(Instant at, IReadOnlyList<string> messageIds)
    {
        if (Over())
            return;
        sink.Acknowledged(at, messageIds);
        channel.Free(this);
    }

    public void NothingLeft(string reasonCode, Duration retryAfter)
    {
        if (Over())
            return;
        sink.NothingLeft(reasonCode, retryAfter);
        channel.Free(this);
    }

    public void Ended(AttemptOutcome outcome)
    {
        if (Over())
            return;
        sink.Ended(outcome);
        channel.Free(this);
    }

    private bool Over() => Interlocked.Exchange(ref ended, 1) != 0;
}
