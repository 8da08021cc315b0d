using Herald.Store.Statements;

namespace Herald.Store.Intake;

/// <summary>The row of <c>delivery_batch</c>, and what of the batch is still held.</summary>
internal static class BatchRow
{
    // msdyn_status of msdyn_proactive_delivery_batch.
    private const long InProgress = 192360001;
    private const long Completed = 192360002;
    private const long CompletedWithErrors = 192360003;
    private const long Failed = 192360004;

    private static readonly Command<(NewBatch Batch, int Created, long Progress)> Write = new Command<(NewBatch Batch, int Created, long Progress)>("write_batch")
        .OneId("id", row => row.Batch.Id)
        .OneText("name", row => row.Batch.Id.ToString("D"))
        .OneId("engagement", row => row.Batch.EngagementId)
        .OneNumber("progress", row => row.Progress)
        .OneNumber("created", row => row.Created)
        .OneNumber("failures", row => row.Batch.Failures)
        .OneNumber("unreadable", row => row.Batch.Unreadable ? 1 : 0)
        .OneNumber("lines", row => row.Batch.Lines ?? row.Created + row.Batch.Failures)
        .OneText("error", row => row.Batch.ErrorMessage)
        .OneAt("now", row => row.Batch.At)
        .OneAt("moved", row => row.Batch.MovedAt ?? row.Batch.At);

    private static readonly Command<Guid> FailOpen = new Command<Guid>("fail_batch").OneId("id", id => id);

    /// <param name="created">Tasks written so far; nobody sees them before the batch closes.</param>
    public static void Open(ISqlSession session, NewBatch batch, int created) => session.Run(Write, [(batch, created, InProgress)]);

    public static void Close(ISqlSession session, NewBatch batch, int created) =>
        session.Run(Write, [(batch, created, batch.Failures > 0 ? CompletedWithErrors : Completed)]);

    public static void Fail(ISqlSession session, NewBatch batch) => session.Run(Write, [(batch, 0, Failed)]);

    /// <summary>Nothing of it was kept: what its row says of its progress stands for what was tried.</summary>
    public static void Fail(ISqlSession session, Guid batch) => session.Run(FailOpen, [batch]);
}
