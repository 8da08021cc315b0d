namespace Herald.Dispatch.Rescue;

/// <summary>The store is ours alone (its file lock is held): every other owner is dead.</summary>
public sealed class OnlyMe : ILiveness
{
    public int Processes => 1;

    public Task<IReadOnlySet<Guid>> DeadAsync(IReadOnlyCollection<Guid> owners, CancellationToken ct) =>
        Task.FromResult<IReadOnlySet<Guid>>(owners.ToHashSet());
}
