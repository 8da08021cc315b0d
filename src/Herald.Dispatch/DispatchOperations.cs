using Herald.Core.Deliveries;
using Herald.Dispatch.Intake;
using Herald.Store;
using Herald.Store.Queue;
using Herald.Store.Settings;
using NodaTime.Extensions;

namespace Herald.Dispatch;

/// <summary>What people may do to running work: suspend, resume, cancel. Durable when it returns.</summary>
public sealed class DispatchOperations
{
    private const int Step = 1_000;

    private readonly IHeraldStore store;
    private readonly IEngagementWaker waker;
    private readonly TimeProvider time;

    internal DispatchOperations(IHeraldStore store, IEngagementWaker waker, TimeProvider time) => (this.store, this.waker, this.time) = (store, waker, time);

    /// <summary>No attempt of the engagement starts any more; running ones end. False: unknown engagement.</summary>
    public Task<bool> SuspendAsync(Guid engagementId, SuspensionType type, Guid? by, CancellationToken ct) =>
        store.Settings.SetSuspendedAsync(engagementId, true, type, by, time.GetCurrentInstant(), ct);

    /// <summary>False: unknown engagement.</summary>
    public async Task<bool> ResumeAsync(Guid engagementId, SuspensionType type, Guid? by, CancellationToken ct)
    {
        var now = time.GetCurrentInstant();
        var known = await store.Settings.SetSuspendedAsync(engagementId, false, type, by, now, ct);
        if (known)
            waker.Wake(engagementId, now);
        return known;
    }

    public Task<CancelAnswer> CancelTaskAsync(Guid taskId, CancellationToken ct) =>
        store.Queue.CancelTaskAsync(taskId, ReasonCode.Request, time.GetCurrentInstant(), ct);

    /// <summary>Ends the task that owns the delivery, also while it waits for its next attempt.</summary>
    public async Task<CancelAnswer> CancelDeliveryAsync(Guid deliveryId, CancellationToken ct) =>
        await store.Tasks.TaskOfDeliveryAsync(deliveryId, ct) is { } task ? await CancelTaskAsync(task, ct) : CancelAnswer.Unknown;

    /// <summary>Ends everything queued for the engagement, in steps; returns how many deliveries that were.</summary>
    public async Task<int> CancelQueuedAsync(Guid engagementId, CancellationToken ct)
    {
        var now = time.GetCurrentInstant();
        var all = 0;
        for (int step; (step = await store.Queue.CancelQueuedAsync(engagementId, ReasonCode.Request, now, Step, ct)) > 0;)
            all += step;
        return all;
    }
}
