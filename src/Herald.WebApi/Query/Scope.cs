using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Query;

/// <summary>Range variables in reach ($it and those of any/all) and the aliases their rows have.</summary>
internal sealed class Scope(Scope? outer, string variable, TableDefinition table, string alias)
{
    public TableDefinition Table { get; } = table;
    public string Alias { get; } = alias;

    /// <summary>$it, the row of the statement itself, ends the search: an unnamed variable is that.</summary>
    public Scope Find(string name) => name == variable || outer is null ? this : outer.Find(name);
}
