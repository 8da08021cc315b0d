using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands.Bulk;

/// <summary>A bulk body in which every record was found good; its tasks are made one at a time.</summary>
public sealed record BulkRequest
{
    private readonly BulkEnvelope envelope;
    private readonly RequestDraft draft;

    internal BulkRequest(BulkEnvelope envelope, RequestDraft draft, Engagement engagement, int count, Instant now)
    {
        this.envelope = envelope;
        this.draft = draft;
        (Engagement, Count, AcceptedAt) = (engagement, count, now);
        BatchId = Guid.CreateVersion7(now.ToDateTimeOffset());
    }

    /// <summary>UUIDv7 of <see cref="AcceptedAt"/>; the answer's BatchId.</summary>
    public Guid BatchId { get; }

    public Engagement Engagement { get; }
    public string? RequestId => draft.RequestId;

    /// <summary>Records, 1..100,000.</summary>
    public int Count { get; }

    public Instant AcceptedAt { get; }

    /// <summary>One task a record, in order, each with a new id: enumerate once. Memory stays at one record.</summary>
    /// <param name="body">The very bytes that were checked.</param>
    /// <exception cref="InvalidOperationException">The body is not what was checked.</exception>
    public IEnumerable<DeliveryTask> Tasks(Stream body)
    {
        var cursor = RecordCursor.Open(body, envelope);
        var faults = new FaultList();
        while (cursor.MoveNext())
        {
            var record = BulkRecord.Read(cursor.Current, Engagement.Channel, faults);
            if (faults.Count > 0)
                throw new InvalidOperationException("The body changed after it was checked.");
            var contact = record.ToContact();
            yield return Acceptance.Task(draft, Engagement, [contact], IntakeKind.Bulk, AcceptedAt) with
            {
                Priority = record.Priority,
                Windows = contact.Windows is { Count: > 0 } own ? own : Acceptance.Default(AcceptedAt),
                BatchId = BatchId,
            };
        }
    }
}
