using System.Collections.Concurrent;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;
using Herald.WebApi.Rows;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>What lives as long as the process: options, and the row shapes of the $selects that clients repeat.</summary>
internal sealed class WebApiHost(WebApiOptions options, Lazy<RequestDelegate> inner)
{
    // Clients repeat a few texts; a caller that invents new ones is served without being remembered.
    private const int ShapesKept = 2_000;
    private readonly ConcurrentDictionary<(string Table, string? Select, Annotations Annotations), RowShape> shapes = new();

    public WebApiOptions Options => options;

    /// <summary>Serves an inner request of a batch through routing, so that actions of the host are reached too.</summary>
    public RequestDelegate Inner => inner.Value;

    public TableCatalogue Catalogue => options.Catalogue;
    public IRowSource Rows => options.Rows;
    public SqlDialect Dialect => options.Rows.Dialect;

    public RowShape Shape(TableDefinition table, string? select, Annotations annotations)
    {
        var key = (table.Name, select, annotations);
        if (shapes.TryGetValue(key, out var shape)) return shape;
        shape = new RowShape(Catalogue, table, SelectList.Columns(Catalogue, table, select), annotations, Dialect, select);
        if (shapes.Count < ShapesKept) shapes.TryAdd(key, shape);
        return shape;
    }
}
