using Herald.WebApi.Catalogue;
using Herald.WebApi.Query;

namespace Herald.WebApi.Requests;

/// <summary>The Allow header of a 405 (RFC 9110 section 15.5.6): what the table takes, whatever the caller's roles.</summary>
internal static class AllowedMethods
{
    public static string Of(TableCatalogue catalogue, string path)
    {
        var segments = PathSegment.Split(path);
        if (segments.Count == 0 || catalogue.Set(segments[0].Name) is not { } table) return "GET";
        var writable = table.Writers.Count > 0 && table.From is null;
        var row = segments[0].Key is { Count: > 0 };
        return (row, segments.Count) switch
        {
            (false, 1) => writable ? "GET, POST" : "GET",
            (true, 1) when table.Rules.InsteadOfUpdate is not null => "GET, PATCH",
            (true, 1) => writable ? "GET, PATCH, DELETE" : "GET",
            (true, _) when segments[^1].Name == "$ref" && writable => "GET, POST, PUT, DELETE",
            (true, 2) when writable && catalogue.Property(table, segments[1].Name) is not null => "GET, PUT, DELETE",
            _ => "GET",
        };
    }
}
