using Herald.WebApi.Catalogue;

namespace Herald.WebApi.Query;

/// <summary>One sort key. <paramref name="Sql"/> is what is compared: <c>lower(x) collate "C"</c> or <c>x collate nocase</c> for case-blind text.</summary>
internal sealed record OrderKey(string Sql, bool Descending, bool Nullable)
{
    /// <summary>Empty values come first ascending, last descending, as on the product's engine; said only where they can occur, so that an index on a full column serves.</summary>
    public string By => Sql + (Descending ? " desc" : "") + (Nullable ? Descending ? " nulls last" : " nulls first" : "");

    public static OrderKey Of(Operand operand, bool descending, SqlDialect dialect)
    {
        var (column, text) = (operand.Column, Texts.Of(operand.Column, operand.Sql, dialect));
        var sql = column switch
        {
            { IsText: true } or { Kind: ColumnKind.Word } when dialect == SqlDialect.Postgres => $"lower({text}) collate \"C\"",
            { IsText: true } => $"{text} collate nocase",
            { Kind: ColumnKind.Word } => text,
            _ => operand.Sql,
        };
        var ofRow = !operand.Sql.StartsWith('(');
        return new OrderKey(sql, descending, !(column.NotNull && ofRow));
    }
}
