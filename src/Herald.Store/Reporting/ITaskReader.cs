using Herald.Store.Queue;

namespace Herald.Store.Reporting;

/// <summary>A task as GetDeliveryTasks and the decision trace need it.</summary>
public interface ITaskReader
{
    Task<TaskView?> ReadAsync(Guid taskId, CancellationToken ct);

    /// <summary>The task that owns the delivery; null when there is none.</summary>
    Task<Guid?> TaskOfDeliveryAsync(Guid deliveryId, CancellationToken ct);
}
