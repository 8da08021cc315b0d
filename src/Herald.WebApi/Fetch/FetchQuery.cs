using System.Globalization;
using System.Xml.Linq;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;

namespace Herald.WebApi.Fetch;

/// <summary>A FetchXML query, its tables resolved.</summary>
internal sealed class FetchQuery
{
    // As the product.
    private const int MostLinks = 15;

    private readonly Call call;
    private readonly List<FetchSource> sources = [];

    private FetchQuery(Call call, XElement fetch) => (this.call, Fetch) = (call, fetch);

    public XElement Fetch { get; }

    /// <summary>The entity first, its link-entities in the order of the text.</summary>
    public IReadOnlyList<FetchSource> Sources => sources;

    public TableDefinition Table => sources[0].Table;

    public bool Aggregate => FetchText.Flag(Fetch, "aggregate");

    public bool Distinct => FetchText.Flag(Fetch, "distinct");

    public string From => string.Concat(sources.Select(s => s.Join));

    public static FetchQuery Of(Call call, TableDefinition table, string text)
    {
        var query = new FetchQuery(call, FetchText.Read(text));
        if (query.Fetch.Elements("entity").ToList() is not [var entity]) throw FetchText.Refuse("It needs one 'entity'.");
        if (FetchText.Must(entity, "name") != table.Name) throw FetchText.Refuse($"Its entity is not the one of the set '{table.Set}', which is '{table.Name}'.");
        call.MustRead(table);
        var root = new FetchSource(table, Rows.RowShape.Alias, null, entity, table.FromAs(Rows.RowShape.Alias));
        query.sources.Add(root);
        query.AddLinks(root);
        return query;
    }

    /// <summary>A table by the name that a condition or an order gives: none is the one it stands in.</summary>
    public FetchSource Source(FetchSource current, string? name) =>
        name is null ? current : sources.FirstOrDefault(s => s.Name == name) ?? throw FetchText.Refuse($"There is no link-entity with the alias '{name}'.");

    /// <summary>By logical name, as FetchXML names columns: a lookup without its <c>_value</c>.</summary>
    public static Operand Operand(FetchSource source, string name)
    {
        var column = source.Table.Columns.FirstOrDefault(c => c.Name == name || c.Property == name) ?? throw new RefusedException(Faults.NoProperty(name, source.Table.Name));
        return new Operand(column, column.At(source.Alias));
    }

    private void AddLinks(FetchSource parent)
    {
        foreach (var link in parent.Element.Elements("link-entity"))
        {
            if (sources.Count > MostLinks) throw FetchText.Refuse($"It has more than {MostLinks} link-entity elements.");
            var source = Link(parent, link);
            sources.Add(source);
            AddLinks(source);
        }
    }

    private FetchSource Link(FetchSource parent, XElement link)
    {
        var name = FetchText.Must(link, "name");
        var table = call.Host.Catalogue.Table(name) ?? throw FetchText.Refuse($"There is no table '{name}'.");
        call.MustRead(table);
        var alias = "f" + sources.Count.ToString(CultureInfo.InvariantCulture);
        var known = FetchText.Of(link, "alias") ?? $"{name}{sources.Count.ToString(CultureInfo.InvariantCulture)}";
        if (!known.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) throw FetchText.Refuse("An alias has letters, digits and underscores.");
        if (sources.Exists(s => s.Name == known)) throw FetchText.Refuse($"Two link-entity elements have the alias '{known}'.");
        var join = (FetchText.Of(link, "link-type") ?? "inner") switch
        {
            "inner" => " join ",
            "outer" => " left join ",
            var type => throw FetchText.Refuse($"The link-type '{type}' is not supported; 'inner' and 'outer' are."),
        };
        var source = new FetchSource(table, alias, known, link, "");
        var (from, to) = (Operand(source, FetchText.Must(link, "from")), Operand(parent, FetchText.Must(link, "to")));
        if (from.IsNever || to.IsNever || !Comparable(from.Column, to.Column)) throw FetchText.Refuse($"'{from.Column.Name}' and '{to.Column.Name}' cannot be equal.");
        return source with { Join = $"{join}{table.WholeFromAs(alias)} on {from.Sql} = {to.Sql}" };
    }

    private static bool Comparable(Column left, Column right) => (left.IsId && right.IsId) || (left.IsText && right.IsText) || (left.IsNumber && right.IsNumber);
}
