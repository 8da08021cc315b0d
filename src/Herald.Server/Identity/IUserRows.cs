namespace Herald.Server.Identity;

/// <summary>The local <c>systemuser</c> rows.</summary>
internal interface IUserRows
{
    /// <param name="app">Of application users; empty when the token names none.</param>
    Task<UserRow?> FindAsync(Guid oid, Guid app, CancellationToken ct);

    /// <summary>The row of a caller whose token carries roles, at the first request. Idempotent.</summary>
    Task<UserRow> CreateAsync(Guid oid, Guid app, string? name, CancellationToken ct);
}
