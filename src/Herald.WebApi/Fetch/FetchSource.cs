using System.Xml.Linq;
using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Fetch;

/// <summary>A table of a FetchXML query: the entity, or a link-entity of it.</summary>
/// <param name="Alias">Of its rows in the statement.</param>
/// <param name="Name">How conditions and members of the answer name a link-entity; null: the entity itself.</param>
/// <param name="Join">FROM clause; of a link-entity with the join that precedes it.</param>
internal sealed record FetchSource(TableDefinition Table, string Alias, string? Name, XElement Element, string Join)
{
    public string Member(string name) => Name is null ? name : $"{Name}.{name}";
}
