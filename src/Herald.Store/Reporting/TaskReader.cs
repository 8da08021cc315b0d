using Herald.Core.Deliveries;
using Herald.Store.Engines;
using Herald.Store.Queue;
using Herald.Store.Statements;

namespace Herald.Store.Reporting;

internal sealed class TaskReader(Readers readers) : ITaskReader
{
    private static readonly Command<Guid> ReadTask = new Command<Guid>("read_task").OneId("task", id => id);
    private static readonly Command<Guid> ReadDeliveries = new Command<Guid>("read_task_deliveries").OneId("task", id => id);
    private static readonly Command<Guid> FindTask = new Command<Guid>("find_task_of_delivery").OneId("delivery", id => id);

    public Task<TaskView?> ReadAsync(Guid taskId, CancellationToken ct) => readers.ReadAsync(
        async session =>
        {
            var task = (await session.QueryAsync(ReadTask, [taskId], Row, ct)).FirstOrDefault();
            var deliveries = await session.QueryAsync(ReadDeliveries, [taskId], Delivery, ct);
            // A task of a bulk request that is not closed has no delivery yet: it is nobody's business.
            if (task is null || deliveries.Count == 0)
                return null;
            var running = deliveries.Any(delivery => delivery.State is DeliveryState.Started or DeliveryState.Sent);
            var history = await QueueRead.HistoryAsync(session, taskId, ct);
            return task with
            {
                Status = task.Status == DeliveryStatus.Pending && running ? DeliveryStatus.InProcess : task.Status,
                Deliveries = deliveries,
                History = history,
            };
        },
        ct);

    public async Task<Guid?> TaskOfDeliveryAsync(Guid deliveryId, CancellationToken ct) =>
        await readers.QueryAsync(FindTask, [deliveryId], row => row.Id(0), ct) is [var task, ..] ? task : null;

    private static TaskView? Row(ISqlRow row) => new(QueueRead.TaskOf(row, 0), (DeliveryStatus)row.Int(9), row.Flag(10), row.Flag(11), [], []);

    private static DeliveryView Delivery(ISqlRow row)
    {
        var state = (DeliveryState)row.Int(1);
        var queued = state is DeliveryState.Waiting or DeliveryState.Ready;
        return new DeliveryView(row.Id(0), state, (DeliveryStatus)row.Int(2), (DeliveryResult?)row.IntOrNull(3), queued ? row.At(4) : null, row.AtOrNull(5), row.TextOrNull(6), row.TextOrNull(7), state == DeliveryState.Ready ? row.At(8) : null, row.AtOrNull(9));
    }
}
