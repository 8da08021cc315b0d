using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;

namespace Herald.WebApi.Writes;

/// <summary>The text that names another row: <c>/contacts(id)</c>, without the slash, or as a full URL.</summary>
internal static class Reference
{
    public static RowKey Parse(Call call, TableDefinition target, string text)
    {
        var path = text;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            var marker = path.IndexOf("/api/data/v", StringComparison.Ordinal);
            path = marker < 0 ? "" : path[(path.IndexOf('/', marker + "/api/data/v".Length) is var end and > 0 ? end : path.Length)..];
        }
        var segments = PathSegment.Split(Uri.UnescapeDataString(path));
        if (segments is not [{ Key.Count: > 0 } row] || call.Host.Catalogue.Set(row.Name) is not { } table)
            throw new RefusedException(Faults.Payload(target.Set, $"'{text}' is no reference to a row; '/{target.Set}(<id>)' is expected."));
        return table.Name == target.Name
            ? RowKey.Of(call.Host.Catalogue, table, row.Key!)
            : throw new RefusedException(Faults.Payload(target.Set, $"A row of '{target.Set}' is expected, not of '{table.Set}'."));
    }
}
