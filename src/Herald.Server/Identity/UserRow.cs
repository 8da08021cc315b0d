namespace Herald.Server.Identity;

/// <param name="Id">systemuserid.</param>
/// <param name="Roles">Of <c>hrld_roles</c>.</param>
internal sealed record UserRow(Guid Id, IReadOnlySet<string> Roles, bool Disabled);
