namespace Herald.WebApi;

/// <summary>Who calls, and which roles the caller holds. Table and role names meet in <see cref="Catalogue.TableDefinition"/>.</summary>
public sealed record Caller(Guid UserId, Guid OrganizationId, Guid BusinessUnitId, IReadOnlySet<string> Roles)
{
    public bool HoldsAny(IReadOnlyList<string> roles)
    {
        foreach (var role in roles)
            if (Roles.Contains(role)) return true;
        return false;
    }
}
