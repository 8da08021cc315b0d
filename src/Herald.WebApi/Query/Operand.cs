using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Query;

/// <summary>A column in a predicate, and where it is.</summary>
internal sealed record Operand(Column Column, string Sql)
{
    public bool IsNever => Column.Sql == "null";
}
