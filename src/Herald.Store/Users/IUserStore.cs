using NodaTime;

namespace Herald.Store.Users;

/// <summary>Who may call: the <c>systemuser</c> rows.</summary>
public interface IUserStore
{
    /// <param name="app">Of application users; empty when the token names none.</param>
    Task<StoredUser?> FindAsync(Guid oid, Guid app, CancellationToken ct);

    /// <summary>Idempotent: the object id is the row's id, so two processes that meet a caller at once write the same row.</summary>
    Task AddAsync(Guid oid, Guid app, string name, Instant now, CancellationToken ct);
}
