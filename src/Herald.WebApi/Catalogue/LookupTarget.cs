namespace Herald.WebApi.Catalogue;

/// <summary>
/// The table a lookup points to, the navigation property on this side, and the collection on the other.
/// A table that is not in the catalogue leaves the bare <c>_x_value</c> column.
/// </summary>
public sealed record LookupTarget(string Table, string Nav, string Inverse, OnDelete OnDelete);
