using System.Text;
using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Herald.WebApi.Requests;
using Herald.WebApi.Writes;

namespace Herald.WebApi.Batch;

/// <summary>
/// A change set: one transaction of the writer, so all or nothing. Actions of the host use the writer themselves and would
/// wait for it for ever: a set of actions alone runs one after another, a mixed one is refused.
/// </summary>
internal static class ChangeSet
{
    public static async ValueTask<IReadOnlyList<BatchResult>> RunAsync(Call call, IReadOnlyList<BatchOperation> operations)
    {
        var tables = operations.Select(o => Table(call, o, operations)).ToList();
        if (tables.TrueForAll(t => t is null)) return await InOrderAsync(call, operations, null);
        if (tables.Contains(null)) throw new RefusedException(Faults.Url("A change set holds either writes to tables or actions, not both."));
        try
        {
            return await call.Host.Rows.WriteAsync(tables.Exists(t => MayChangeSettings(call, t!)), async (connection, transaction, _) =>
            {
                var results = await InOrderAsync(call, operations, new ChangeSetScope(connection, transaction));
                return results[^1].Failed ? throw new RolledBackException(results[^1]) : results;
            }, call.Aborted);
        }
        catch (RolledBackException e)
        {
            return [e.Result];
        }
    }

    /// <summary>Rows inside a row may be the engine's settings where the row itself is not.</summary>
    private static bool MayChangeSettings(Call call, TableDefinition table) =>
        table.Settings || call.Host.Catalogue.Navigations.Any(n => n.Source == table && n.Target.Settings);

    /// <summary>Runs until one fails; that one is then the last result.</summary>
    private static async ValueTask<IReadOnlyList<BatchResult>> InOrderAsync(Call call, IReadOnlyList<BatchOperation> operations, ChangeSetScope? scope)
    {
        var results = new List<BatchResult>();
        foreach (var operation in operations)
        {
            results.Add(await InnerRequest.RunAsync(call, Referring(operation, results), scope));
            if (results[^1].Failed) break;
        }
        return results;
    }

    /// <summary>The table an operation writes, or null for an action. <c>$1</c> at the start is the row of another operation.</summary>
    private static TableDefinition? Table(Call call, BatchOperation operation, IReadOnlyList<BatchOperation> all)
    {
        if (operation.Url.StartsWith('$') && all.FirstOrDefault(o => operation.Url[1..].Split('/')[0] == o.ContentId) is { } other)
            return ReferenceEquals(other, operation) ? null : Table(call, other, []);
        var path = Uri.UnescapeDataString(InnerRequest.Path(call, operation.Url).Split('?')[0]);
        var parts = path.Split('/', 5);
        if (parts.Length < 5) return null;
        var segments = PathSegment.Split(parts[4]);
        if (segments.Count == 0 || segments.Any(Router.IsHostAction)) return null;
        var table = call.Host.Catalogue.Set(segments[0].Name);
        return table?.Rules.InsteadOfUpdate is null ? table : null;
    }

    /// <summary>Puts the URLs of rows made before in the place of <c>$1</c> in URL and body.</summary>
    private static BatchOperation Referring(BatchOperation operation, List<BatchResult> before)
    {
        if (before.Count == 0) return operation;
        var (url, body) = (operation.Url, Encoding.UTF8.GetString(operation.Body));
        foreach (var result in before.Where(r => r.ContentId.Length > 0 && r.EntityId is not null))
        {
            var name = "$" + result.ContentId;
            if (url == name || url.StartsWith(name + "/", StringComparison.Ordinal)) url = result.EntityId + url[name.Length..];
            body = body.Replace($"\"{name}\"", $"\"{result.EntityId}\"", StringComparison.Ordinal).Replace($"\"/{name}\"", $"\"{result.EntityId}\"", StringComparison.Ordinal);
        }
        return operation with { Url = url, Body = Encoding.UTF8.GetBytes(body) };
    }

    private sealed class RolledBackException(BatchResult result) : Exception
    {
        public BatchResult Result { get; } = result;
    }
}
