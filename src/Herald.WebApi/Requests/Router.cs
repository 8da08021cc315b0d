using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.TimeZones;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>A resource path and a verb → the request that serves it (OData URL conventions, section 4).</summary>
internal static class Router
{
    private const string Prefix = "Microsoft.Dynamics.CRM.";

    /// <summary>Bound to a row or set, but not answered in this room.</summary>
    public static bool IsHostAction(PathSegment segment) =>
        segment.Name.StartsWith(Prefix, StringComparison.Ordinal) && segment.Name[Prefix.Length..] is not ("CreateMultiple" or "UpdateMultiple" or "UpsertMultiple" or "DeleteMultiple");

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
                case "$batch" when call.Http.Request.Method == "POST": return Batch.BatchRequest.RunAsync(call);
                case "WhoAmI": return Get(call, Functions.WhoAmIAsync);
                case "RetrieveVersion": return Get(call, Functions.RetrieveVersionAsync);
            }
        }
        if (segments.Count == 1 && first.Name == TimeZoneCode.Name) return Get(call, c => TimeZoneCode.RunAsync(c, first.Key ?? []));
        var table = call.Host.Catalogue.Set(first.Name) ?? throw new RefusedException(Faults.NoSegment(first.Name));
        if (first.Key is not { Count: > 0 } parts) return Set(call, table, segments);
        var key = RowKey.Of(call.Host.Catalogue, table, parts, call.Query["partitionId"]);
        return segments.Count == 1 ? Row(call, key) : Member(call, key, segments);
    }

    private static ValueTask Set(Call call, TableDefinition table, IReadOnlyList<PathSegment> segments) => (call.Http.Request.Method, segments) switch
    {
        ("GET", [_]) when call.Query.Has("fetchXml") => Fetch.ReadFetch.RunAsync(call, table),
        ("GET", [_]) when call.Query.Has("$apply") => Apply.ReadGroups.RunAsync(call, table),
        ("GET", [_]) => ReadPage.RunAsync(call, table),
        ("POST", [_]) => WriteRow.CreateAsync(call, table),
        ("GET", [_, { Name: "$count" }]) => ReadCount.RunAsync(call, table),
        ("POST", [_, { Name: Prefix + "CreateMultiple" or Prefix + "UpdateMultiple" or Prefix + "UpsertMultiple" } many]) => WriteMany.RunAsync(call, table, many.Name[Prefix.Length..]),
        // Of elastic tables only; the service writes those itself.
        (_, [_] or [_, { Name: "$count" or Prefix + "DeleteMultiple" }]) => throw new RefusedException(Faults.NotSupported(table.Name)),
        _ => throw new RefusedException(Faults.NoSegment(segments[1].Name)),
    };

    private static ValueTask Row(Call call, RowKey key) => call.Http.Request.Method switch
    {
        "GET" => ReadRow.RunAsync(call, key),
        "PATCH" => WriteRow.UpdateAsync(call, key),
        "DELETE" => WriteRow.DeleteAsync(call, key),
        _ => throw new RefusedException(Faults.NotSupported(key.Table.Name)),
    };

    private static ValueTask Member(Call call, RowKey key, IReadOnlyList<PathSegment> segments)
    {
        var (catalogue, method) = (call.Host.Catalogue, call.Http.Request.Method);
        var name = segments[1].Name;
        var last = segments.Count == 2 ? null : segments.Count == 3 ? segments[2].Name : "";
        if (catalogue.Property(key.Table, name) is { } column && segments[1].Key is null)
            return (method, last) switch
            {
                ("GET", null) => ReadProperty.RunAsync(call, key, column, raw: false),
                ("GET", "$value") => ReadProperty.RunAsync(call, key, column, raw: true),
                ("PUT", null) => ReadProperty.SetAsync(call, key, column),
                ("DELETE", null) => ReadProperty.ClearAsync(call, key, column),
                (_, null) => throw new RefusedException(Faults.NotSupported(key.Table.Name)),
                _ => throw new RefusedException(Faults.NoSegment(last)),
            };
        var navigation = catalogue.Navigation(key.Table, name) ?? throw new RefusedException(Faults.NoSegment(name));
        return (method, last, segments[1].Key) switch
        {
            ("GET", null, null) => Related.ReadAsync(call, key, navigation, countOnly: false),
            ("GET", "$count", null) when navigation.Many => Related.ReadAsync(call, key, navigation, countOnly: true),
            ("GET", "$ref", null) => Related.ReadReferenceAsync(call, key, navigation),
            ("PUT", "$ref", null) when !navigation.Many => Related.LinkAsync(call, key, navigation),
            ("POST", "$ref", null) when navigation.Many => Related.LinkAsync(call, key, navigation),
            ("DELETE", "$ref", _) => Related.UnlinkAsync(call, key, navigation, segments[1].Key),
            (_, null or "$ref", _) => throw new RefusedException(Faults.NotSupported(key.Table.Name)),
            _ => throw new RefusedException(Faults.NoSegment(last ?? name)),
        };
    }

    private static ValueTask Get(Call call, Func<Call, ValueTask> answer) => HttpMethods.IsGet(call.Http.Request.Method)
        ? answer(call)
        : throw new RefusedException(Faults.NoResource(call.Root + call.Http.Request.Path));
}
