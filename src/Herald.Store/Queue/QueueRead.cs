using Herald.Core.Deliveries;
using Herald.Store.Bodies;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Rows of the queue with their task; the history of those that have one follows in one more statement.</summary>
internal static class QueueRead
{
    private static readonly Command<Guid> History = new Command<Guid>("read_history").Id("task", id => id);

    public static async Task<IReadOnlyList<QueueRow>> ReadAsync<T>(ISqlSession session, Command<T> command, T argument, CancellationToken ct)
    {
        return await WithHistoryAsync(session, await session.QueryAsync(command, [argument], Row, ct), ct);
    }

    public static async Task<IReadOnlyList<QueueRow>> WithHistoryAsync(ISqlSession session, IReadOnlyList<QueueRow> rows, CancellationToken ct)
    {
        var older = rows.Where(HasHistory).Select(row => row.Task.Id).ToList();
        if (older.Count == 0)
            return rows;
        var history = (await session.QueryAsync(History, older, Past, ct)).ToLookup(past => past.Task, past => past.Attempt);
        return [.. rows.Select(row => HasHistory(row) ? row with { History = [.. history[row.Task.Id]] } : row)];
    }

    public static async Task<IReadOnlyList<PastAttempt>> HistoryAsync(ISqlSession session, Guid task, CancellationToken ct) =>
        [.. (await session.QueryAsync(History, [task], Past, ct)).Select(past => past.Attempt)];

    public static QueueRow Row(ISqlRow row)
    {
        var state = (DeliveryState)row.Int(1);
        var running = state is DeliveryState.Started or DeliveryState.Sent ? 1 : 0;
        return new QueueRow(row.Id(0), state, row.Number(2), row.At(3), row.Int(4) + running, TaskOf(row, 5), [], Cancelled: !row.IsNull(12));
    }

    /// <summary>Of <c>id, engagement_id, channel, intake, created_at, tracking_id, batch_id, (any), body</c> from <paramref name="first"/> on.</summary>
    public static DeliveryTask TaskOf(ISqlRow row, int first)
    {
        var body = BodyJson.Read(row.Blob(first + 8));
        return new DeliveryTask
        {
            Id = row.Id(first),
            EngagementId = row.Id(first + 1),
            Channel = (Channel)row.Int(first + 2),
            Intake = (IntakeKind)row.Int(first + 3),
            AcceptedAt = row.At(first + 4),
            TrackingId = row.TextOrNull(first + 5),
            BatchId = row.IdOrNull(first + 6),
            Contacts = body.Contacts,
            Windows = body.Windows,
            Message = body.Message,
            Priority = body.Priority,
        };
    }

    private static bool HasHistory(QueueRow row) => row.Sequence > 0;

    private static (Guid Task, PastAttempt Attempt) Past(ISqlRow row) => (row.Id(0), new PastAttempt(
        row.Id(1), row.Int(2), row.Int(3), row.Int(4), (PhoneType)row.Int(5), row.Text(6), row.At(7), row.AtOrNull(8),
        (DeliveryResult?)row.IntOrNull(9), row.Flag(10), Dispositions.Read(row.TextOrNull(11))));
}
