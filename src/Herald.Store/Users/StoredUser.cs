namespace Herald.Store.Users;

/// <param name="Roles"><c>hrld_roles</c>, comma-separated.</param>
public sealed record StoredUser(Guid Id, string Roles, bool Disabled);
