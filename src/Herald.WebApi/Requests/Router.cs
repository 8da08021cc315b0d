using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>A resource path and a verb → the request that serves it (OData URL conventions, section 4).</summary>
internal static class Router
{
    public static ValueTask RunAsync(Call call, string path)
    {
        var segments = PathSegment.Split(path);
        if (segments.Count == 0) return Get(call, Functions.ServiceDocumentAsync);
        var first = segments[0];
        if (segments.Count == 1 && first.Key is null or [])
        {
            switch (first.Name)
            {
                case "$metadata": return Get(call, Functions.MetadataAsync);
                case "WhoAmI": return Get(call, Functions.WhoAmIAsync);
                case "RetrieveVersion": return Get(call, Functions.RetrieveVersionAsync);
            }
        }
        var table = call.Host.Catalogue.Set(first.Name) ?? throw new RefusedException(Faults.NoSegment(first.Name));
        return first.Key is { Count: > 0 } ? Row(call, table, segments) : Set(call, table, segments);
    }

    private static ValueTask Set(Call call, TableDefinition table, IReadOnlyList<PathSegment> segments) => (call.Http.Request.Method, segments) switch
    {
        ("GET", [_]) => ReadPage.RunAsync(call, table),
        ("GET", [_, { Name: "$count" }]) => ReadCount.RunAsync(call, table),
        (_, [_]) => throw new RefusedException(Faults.NotSupported(table.Name)),
        _ => throw new RefusedException(Faults.NoSegment(segments[1].Name)),
    };

    private static ValueTask Row(Call call, TableDefinition table, IReadOnlyList<PathSegment> segments)
    {
        var key = RowKey.Of(call.Host.Catalogue, table, segments[0].Key!, call.Query["partitionId"]);
        return (call.Http.Request.Method, segments) switch
        {
            ("GET", [_]) => ReadRow.RunAsync(call, key),
            (_, [_]) => throw new RefusedException(Faults.NotSupported(table.Name)),
            _ => throw new RefusedException(Faults.NoSegment(segments[1].Name)),
        };
    }

    private static ValueTask Get(Call call, Func<Call, ValueTask> answer) => HttpMethods.IsGet(call.Http.Request.Method)
        ? answer(call)
        : throw new RefusedException(Faults.NoResource(call.Root + call.Http.Request.Path));
}
