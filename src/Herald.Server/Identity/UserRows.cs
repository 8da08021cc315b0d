using Herald.Store;
using Herald.Store.Users;
using NodaTime;

namespace Herald.Server.Identity;

/// <summary>systemuser rows in the store.</summary>
internal sealed class UserRows(IHeraldStore store, TimeProvider time) : IUserRows
{
    private const int LongestName = 200;

    public async Task<UserRow?> FindAsync(Guid oid, Guid app, CancellationToken ct) => await store.Users.FindAsync(oid, app, ct) is { } user ? Row(user) : null;

    public async Task<UserRow> CreateAsync(Guid oid, Guid app, string? name, CancellationToken ct)
    {
        await store.Users.AddAsync(oid, app, name is { Length: <= LongestName } ? name : oid.ToString(), Instant.FromDateTimeOffset(time.GetUtcNow()), ct);
        return await FindAsync(oid, app, ct) ?? new UserRow(oid, new HashSet<string>(), Disabled: false);
    }

    private static UserRow Row(StoredUser user) => new(
        user.Id,
        new HashSet<string>(user.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase),
        user.Disabled);
}
