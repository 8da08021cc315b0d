using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Slots;
using NodaTime;

namespace Herald.Dispatch.Attempts;

/// <summary>An attempt this process carries: the sink its channel reports to. The first end counts, later ones are dropped.</summary>
internal sealed class Attempt(AttemptOrder order, IReadOnlyList<PastAttempt> before, ProfileSlots slots, TransportLoad load, AttemptBook book) : IAttemptSink
{
    private int ended;

    public AttemptOrder Order { get; } = order;

    /// <summary>The task's attempts before this one.</summary>
    public IReadOnlyList<PastAttempt> Before { get; } = before;

    public ProfileSlots Slots { get; } = slots;

    /// <summary>Done once the conversation row is written; null when nobody answered.</summary>
    public TaskCompletionSource? Connecting { get; private set; }

    public Instant ConnectedAt { get; private set; }

    public void Connected(Instant at)
    {
        if (Volatile.Read(ref ended) != 0 || Connecting is not null)
            return;
        ConnectedAt = at;
        Connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        book.Connected(this);
    }

    public void Acknowledged(Instant at, IReadOnlyList<string> messageIds)
    {
        if (Order.Profile.Receipts)
        {
            End(new Report.Acknowledged(this, at, messageIds));
            return;
        }

        // Without receipts the acknowledgement is the best that will ever be known.
        Ended(new AttemptOutcome { Result = DeliveryResult.Delivered, EndedAt = at, SentAt = at, CallId = messageIds[0], ReasonCode = ReasonCode.Accepted });
    }

    public void NothingLeft(string reasonCode, Duration retryAfter) => End(new Report.NothingLeft(this, reasonCode, retryAfter));

    public void Ended(AttemptOutcome outcome) => End(new Report.Ended(this, outcome));

    private void End(Report report)
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
            return;
        load.Settle(1);
        book.Post(report);
    }
}
