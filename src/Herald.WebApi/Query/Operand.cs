using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Query;

/// <summary>A column in a predicate: where it is and whether its text is compared exactly (elastic tables) or case-blind.</summary>
internal sealed record Operand(Column Column, string Sql, bool Exact)
{
    public bool IsNever => Column.Sql == "null";
}
