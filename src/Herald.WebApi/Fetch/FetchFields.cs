using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Herald.WebApi.Rows;

namespace Herald.WebApi.Fetch;

/// <summary>What a FetchXML query selects: the shape of the entity's own columns, and those of its link-entities behind it.</summary>
internal sealed class FetchFields
{
    public FetchFields(Call call, FetchQuery query)
    {
        var (catalogue, annotations, dialect) = (call.Host.Catalogue, call.Preferences.Annotations, call.Host.Dialect);
        var root = query.Sources[0];
        var own = Columns(root).ToList();
        Shape = new RowShape(catalogue, query.Table, own.Count == 0 ? query.Table.Columns : [.. own.Select(c => c.Column).Distinct()], annotations, dialect);
        foreach (var (column, alias) in own.Where(c => c.Alias is not null)) Rename(column, alias!);
        var (sql, ordinal) = (new StringBuilder(), Shape.Behind);
        foreach (var source in query.Sources.Skip(1))
        {
            foreach (var (column, alias) in Columns(source))
            {
                var name = alias ?? source.Member(column.Property);
                if (column.Sql == "null") continue;
                sql.Append(", ").Append(column.At(source.Alias));
                var field = RowField.Named(column, ordinal++, name);
                if (annotations.Formatted && RowShape.Label(catalogue, column, dialect, source.Alias) is { } label)
                {
                    sql.Append(", ").Append(label);
                    field = field with { LabelOrdinal = ordinal++ };
                }
                Linked.Add((field, new Operand(column, column.At(source.Alias))));
            }
        }
        (List, Behind) = (Shape.List + sql, ordinal);
    }

    public RowShape Shape { get; }

    public List<(RowField Field, Operand Operand)> Linked { get; } = [];

    public string List { get; }

    /// <summary>The ordinal of the first column that a statement adds behind the list.</summary>
    public int Behind { get; }

    /// <summary>Without any attribute the entity gives all of its columns, a link-entity none.</summary>
    private static IEnumerable<(Column Column, string? Alias)> Columns(FetchSource source)
    {
        if (source.Element.Element("all-attributes") is not null) return source.Table.Columns.Select(c => (c, (string?)null));
        return source.Element.Elements("attribute").Select(a => (FetchQuery.Operand(source, FetchText.Must(a, "name")).Column, Alias(a)));
    }

    private static string? Alias(XElement attribute)
    {
        var alias = FetchText.Of(attribute, "alias");
        return alias is null || alias.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? alias : throw FetchText.Refuse("An alias has letters, digits and underscores.");
    }

    private void Rename(Column column, string alias)
    {
        if (column.Kind == ColumnKind.Key) throw new RefusedException(Faults.Url("The primary key takes no alias."));
        var at = Array.FindIndex(Shape.Fields, f => f.Column == column);
        Shape.Fields[at] = RowField.Named(column, Shape.Fields[at].Ordinal, alias) with { LabelOrdinal = Shape.Fields[at].LabelOrdinal };
    }
}
