namespace Herald.Dispatch.Rescue;

/// <summary>Which processes live. A lone process on SQLite says: only me.</summary>
public interface ILiveness
{
    /// <summary>Of these owners of started rows, those that are certainly dead. Read after the rows were: an owner unknown to the membership is dead.</summary>
    Task<IReadOnlySet<Guid>> DeadAsync(IReadOnlyCollection<Guid> owners, CancellationToken ct);

    /// <summary>Live processes, this one included; at least 1. They share the rates of outbound profiles.</summary>
    int Processes { get; }
}
