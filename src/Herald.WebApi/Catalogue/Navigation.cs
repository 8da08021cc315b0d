namespace Herald.WebApi.Catalogue;

/// <summary>
/// A way from one table to another: along a lookup of the row (<see cref="Many"/> false: <see cref="Lookup"/> is a column of the
/// source) or against one (true: a column of the target).
/// </summary>
internal sealed record Navigation(string Name, TableDefinition Source, TableDefinition Target, Column Lookup, bool Many);
