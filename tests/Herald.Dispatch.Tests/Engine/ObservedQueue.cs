using System.Collections.Concurrent;
using Herald.Store;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>Tells of every committed start and end, and can be away.</summary>
internal sealed class ObservedQueue(IHeraldStore store) : IQueueStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IQueueStore Inner => store.Queue;

    public ConcurrentQueue<(Guid DeliveryId, Guid TaskId, string Number, Instant At)> Started { get; } = new();
    public ConcurrentQueue<FinishedDelivery> Finished { get; } = new();
    public ConcurrentQueue<Look> Looks { get; } = new();
    public ConcurrentQueue<ConnectedDelivery> Connected { get; } = new();
    public ConcurrentQueue<SentDelivery> Sent { get; } = new();
    public ConcurrentQueue<UnsentDelivery> Unsent { get; } = new();

    /// <summary>While true, ends are refused as if the database were away.</summary>
    public bool Away { get; set; }

    /// <summary>Starts are written but their caller hears that the store is away.</summary>
    public bool LosesStarts { get; set; }

    public int Refused;

    /// <summary>Before an end is written: from then on the task may go on.</summary>
    public event Action<FinishedDelivery>? Ended;

    /// <summary>Waits for the next commit, at most so long.</summary>
    public async Task NextAsync(TimeSpan most, CancellationToken ct)
    {
        Task next;
        lock (gate)
            next = changed.Task;
        await Task.WhenAny(next, Task.Delay(most, TimeProvider.System, ct));
        ct.ThrowIfCancellationRequested();
    }

    /// <summary>Waits until the condition holds; asked again after every commit.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (gate)
                next = changed.Task;
            if (condition())
                return;
            await next.WaitAsync(deadline.Token);
        }
    }

    public async Task<StartAnswer> StartAsync(StartBatch batch, CancellationToken ct)
    {
        var answer = await Inner.StartAsync(batch, ct);
        if (LosesStarts)
            throw new StoreUnavailableException("The commit's answer was lost.");
        foreach (var row in batch.Starts.Where(row => answer.Started.Contains(row.DeliveryId)))
            Started.Enqueue((row.DeliveryId, row.TaskId, row.Candidate.Number, batch.Now));
        foreach (var look in batch.Looks)
            Looks.Enqueue(look);
        Signal();
        return answer;
    }

    public async Task<bool> FinishAsync(FinishedDelivery finished, CancellationToken ct)
    {
        if (Away)
        {
            Interlocked.Increment(ref Refused);
            Signal();
            throw new StoreUnavailableException("away");
        }

        Ended?.Invoke(finished);
        var written = await Inner.FinishAsync(finished, ct);
        if (written)
            Finished.Enqueue(finished);
        Signal();
        return written;
    }

    public async Task<int> WriteLooksAsync(IReadOnlyList<Look> looks, Instant now, CancellationToken ct)
    {
        var written = await Inner.WriteLooksAsync(looks, now, ct);
        foreach (var look in looks)
            Looks.Enqueue(look);
        Signal();
        return written;
    }

    public async Task<bool> SentAsync(SentDelivery sent, CancellationToken ct)
    {
        var written = await Inner.SentAsync(sent, ct);
        Sent.Enqueue(sent);
        Signal();
        return written;
    }

    public async Task<bool> NotSentAsync(UnsentDelivery unsent, CancellationToken ct)
    {
        var written = await Inner.NotSentAsync(unsent, ct);
        Unsent.Enqueue(unsent);
        Signal();
        return written;
    }

    public async Task ConnectedAsync(ConnectedDelivery connected, CancellationToken ct)
    {
        await Inner.ConnectedAsync(connected, ct);
        Connected.Enqueue(connected);
        Signal();
    }

    public Task<IReadOnlyList<QueueRow>> ReadDueAsync(Guid engagementId, Instant now, int max, CancellationToken ct) => Inner.ReadDueAsync(engagementId, now, max, ct);

    public Task<IReadOnlyList<QueueRow>> PickAsync(Guid engagementId, int max, PickFloor? after, CancellationToken ct) => Inner.PickAsync(engagementId, max, after, ct);

    public Task<int> CountInFlightAsync(Guid engagementId, CancellationToken ct) => Inner.CountInFlightAsync(engagementId, ct);

    public Task<Instant?> NextCheckAsync(Guid engagementId, CancellationToken ct) => Inner.NextCheckAsync(engagementId, ct);

    public Task<IReadOnlyList<Guid>> OpenEngagementsAsync(CancellationToken ct) => Inner.OpenEngagementsAsync(ct);

    public Task<IReadOnlyList<Guid>> OwnersAsync(CancellationToken ct) => Inner.OwnersAsync(ct);

    public Task<IReadOnlyList<QueueRow>> ReadStartedByAsync(Guid owner, int max, CancellationToken ct) => Inner.ReadStartedByAsync(owner, max, ct);

    public Task<IReadOnlyList<QueueRow>> ReadOverdueReceiptsAsync(Instant now, int max, CancellationToken ct) => Inner.ReadOverdueReceiptsAsync(now, max, ct);

    public Task<CancelAnswer> CancelTaskAsync(Guid taskId, string reasonCode, Instant now, CancellationToken ct) => Inner.CancelTaskAsync(taskId, reasonCode, now, ct);

    public Task<int> CancelQueuedAsync(Guid engagementId, string reasonCode, Instant now, int max, CancellationToken ct) => Inner.CancelQueuedAsync(engagementId, reasonCode, now, max, ct);

    public Task<int> RecheckAsync(Guid? engagementId, string reasonCode, Instant now, int max, CancellationToken ct) => Inner.RecheckAsync(engagementId, reasonCode, now, max, ct);

    public Task<QueueDepth> DepthAsync(CancellationToken ct) => Inner.DepthAsync(ct);

    private void Signal()
    {
        lock (gate)
        {
            changed.TrySetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
