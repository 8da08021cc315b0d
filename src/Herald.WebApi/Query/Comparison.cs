using System.Globalization;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Microsoft.OData.UriParser;

namespace Herald.WebApi.Query;

/// <summary>One column against one literal, as SQL. The column's type decides how the literal is read, not the literal.</summary>
internal static class Comparison
{
    private const string Nothing = "1=0";

    public static string Of(Operand column, BinaryOperatorKind kind, object? literal, SqlText sql)
    {
        if (literal is null) return Null(column, kind);
        if (column.IsNever) return kind == BinaryOperatorKind.NotEqual ? "1=1" : Nothing;
        return column.Column.Kind switch
        {
            ColumnKind.Key or ColumnKind.Guid or ColumnKind.Lookup or ColumnKind.IdText => Id(column, kind, literal, sql),
            ColumnKind.Word => Word(column, kind, literal, sql),
            ColumnKind.Instant => Instant(column, kind, Literals.Instant(literal, column.Column), sql),
            ColumnKind.InstantText => InstantText(column, kind, literal, sql),
            ColumnKind.Date => Simple(column.Sql, kind, sql.Value(Literals.Date(literal, column.Column))),
            ColumnKind.Boolean => Simple(column.Sql, kind, sql.Value(Stored.Boolean(Literals.Boolean(literal, column.Column), sql.Dialect))),
            ColumnKind.Integer or ColumnKind.BigInt or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status =>
                Simple(column.Sql, kind, sql.Value(Literals.Number(literal, column.Column))),
            _ => Text(column, kind, Literals.Text(literal, column.Column), sql),
        };
    }

    public static string Null(Operand column, BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => column.IsNever ? "1=1" : $"{column.Sql} is null",
        BinaryOperatorKind.NotEqual => column.IsNever ? Nothing : $"{column.Sql} is not null",
        _ => Nothing,
    };

    /// <summary>An empty column differs from every value: the product's <c>ne</c> includes it.</summary>
    public static string Simple(string left, BinaryOperatorKind kind, string right) =>
        kind == BinaryOperatorKind.NotEqual ? $"({left} <> {right} or {left} is null)" : $"{left} {Sign(kind)} {right}";

    public static string Text(Operand column, BinaryOperatorKind kind, string value, SqlText sql)
    {
        var right = sql.Value(value);
        return sql.Dialect == SqlDialect.Sqlite
            ? Simple(column.Sql, kind, $"{right} collate nocase")
            : Simple($"lower({column.Sql})", kind, $"lower({right})");
    }

    private static string Id(Operand column, BinaryOperatorKind kind, object literal, SqlText sql)
    {
        if (Literals.Id(literal) is { } id) return Simple(column.Sql, kind, sql.Value(id));
        if (column.Column.Kind != ColumnKind.IdText) throw new RefusedException(Faults.Url($"'{column.Column.Property}' takes a GUID."));
        return kind switch
        {
            BinaryOperatorKind.Equal => Nothing,
            BinaryOperatorKind.NotEqual => "1=1",
            _ => Simple(Texts.Of(column.Column, column.Sql, sql.Dialect), kind, sql.Value(Literals.Text(literal, column.Column))),
        };
    }

    private static string Word(Operand column, BinaryOperatorKind kind, object literal, SqlText sql)
    {
        var word = Literals.Text(literal, column.Column);
        if (kind is not (BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual))
            return Simple(Texts.Of(column.Column, column.Sql, sql.Dialect), kind, sql.Value(word));
        var n = Number(column.Column.Words, word);
        if (n < 0) return kind == BinaryOperatorKind.Equal ? Nothing : "1=1";
        // As text, not as a parameter: a partial or per-value index then serves it on PostgreSQL.
        return Simple(column.Sql, kind, n.ToString(CultureInfo.InvariantCulture));
    }

    private static int Number(IReadOnlyList<string> words, string word)
    {
        for (var n = 0; n < words.Count; n++)
            if (string.Equals(words[n], word, StringComparison.OrdinalIgnoreCase)) return n;
        return -1;
    }

    /// <summary>The API shows whole seconds of stored milliseconds: the bounds move, so that an index still serves.</summary>
    private static string Instant(Operand column, BinaryOperatorKind kind, long at, SqlText sql)
    {
        var floor = at - (((at % 1000) + 1000) % 1000);
        var whole = floor == at;
        string Bound(long value) => sql.Value(value);
        return kind switch
        {
            BinaryOperatorKind.Equal when whole => $"({column.Sql} >= {Bound(floor)} and {column.Sql} < {Bound(floor + 1000)})",
            BinaryOperatorKind.Equal => Nothing,
            BinaryOperatorKind.NotEqual when whole => $"({column.Sql} < {Bound(floor)} or {column.Sql} >= {Bound(floor + 1000)} or {column.Sql} is null)",
            BinaryOperatorKind.NotEqual => "1=1",
            BinaryOperatorKind.GreaterThan => $"{column.Sql} >= {Bound(floor + 1000)}",
            BinaryOperatorKind.GreaterThanOrEqual => $"{column.Sql} >= {Bound(whole ? floor : floor + 1000)}",
            BinaryOperatorKind.LessThan => $"{column.Sql} < {Bound(whole ? floor : floor + 1000)}",
            _ => $"{column.Sql} < {Bound(floor + 1000)}",
        };
    }

    private static string InstantText(Operand column, BinaryOperatorKind kind, object literal, SqlText sql)
    {
        var text = Literals.Text(literal, column.Column);
        return Literals.TryInstant(text) is { } at
            ? Simple(column.Sql, kind, sql.Value(at))
            : Simple(Texts.Of(column.Column, column.Sql, sql.Dialect), kind, sql.Value(text));
    }

    public static string Sign(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equal => "=",
        BinaryOperatorKind.NotEqual => "<>",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        _ => throw new RefusedException(Faults.Url($"The operator '{kind}' is not supported.")),
    };
}
