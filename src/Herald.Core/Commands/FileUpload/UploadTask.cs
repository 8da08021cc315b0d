using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Commands.FileUpload;

/// <summary>Lines of a file as a task.</summary>
public static class UploadTask
{
    /// <param name="rows">One chain, 1..5 lines in the order of the file; the first one's priority counts.</param>
    public static DeliveryTask Of(IReadOnlyList<UploadRow> rows, Engagement engagement, Guid batchId, Instant now) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        EngagementId = engagement.Id,
        Channel = engagement.Channel,
        Intake = IntakeKind.File,
        AcceptedAt = now,
        Priority = rows[0].Priority,
        Contacts = [.. rows.Select(row => row.Contact)],
        Windows = Acceptance.Default(now),
        BatchId = batchId,
    };
}
