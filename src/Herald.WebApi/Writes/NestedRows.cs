using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Writes;

/// <summary>Rows inside a row that is created: one to point at, or those that point here.</summary>
internal sealed record NestedRows(Navigation Navigation, IReadOnlyList<RowChange> Rows);
