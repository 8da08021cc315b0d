using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Herald.WebApi.Sessions;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>What lives as long as the process: options, and the row shapes of the $selects that clients repeat.</summary>
internal sealed class WebApiHost(WebApiOptions options, Lazy<RequestDelegate> inner)
{
    private readonly KeptTexts<(string Table, string? Select, Annotations Annotations), RowShape> shapes = new(2_000);
    private readonly KeptTexts<(string Table, string? Filter, string? OrderBy, string? Top, string? Count), SetQuery> queries = new(2_000);

    public WebApiOptions Options => options;

    public ReaderPool Readers { get; } = new(options.Rows, options.Readers);

    /// <summary>Serves an inner request of a batch through routing, so that actions of the host are reached too.</summary>
    public RequestDelegate Inner => inner.Value;

    public TableCatalogue Catalogue => options.Catalogue;
    public IRowSource Rows => options.Rows;
    public SqlDialect Dialect => options.Rows.Dialect;

    public RowShape Shape(TableDefinition table, string? select, Annotations annotations) =>
        shapes.Get((table.Name, select, annotations), select?.Length ?? 0, () => new RowShape(Catalogue, table, SelectList.Columns(Catalogue, table, select), annotations, Dialect, select));

    public SetQuery Query(TableDefinition table, QueryOptions options)
    {
        // Aliases (@p) are values outside of the texts: such a query is parsed anew.
        if (options.HasAliases) return SetQuery.Parse(Catalogue, table, options);
        var (filter, order, top, count) = (options["$filter"], options["$orderby"], options["$top"], options["$count"]);
        var length = (filter?.Length ?? 0) + (order?.Length ?? 0) + (top?.Length ?? 0) + (count?.Length ?? 0);
        return queries.Get((table.Name, filter, order, top, count), length, () => SetQuery.Parse(Catalogue, table, options));
    }
}
