using Herald.WebApi.Errors;
using Herald.WebApi.Requests;
using Herald.WebApi.Writes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Herald.WebApi.Batch;

/// <summary>Runs one operation of a batch as a request of its own, with the outer caller.</summary>
internal static class InnerRequest
{
    private static readonly HashSet<string> NotInherited = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Type", "Content-Length", "Transfer-Encoding", "Prefer", "If-Match", "If-None-Match", "Accept-Encoding", "Connection", "Expect",
    };

    public static async ValueTask<BatchResult> RunAsync(Call call, BatchOperation operation, ChangeSetScope? scope)
    {
        var outer = call.Http;
        using var answer = new MemoryStream();
        var inner = new DefaultHttpContext { User = outer.User, RequestServices = outer.RequestServices, RequestAborted = call.Aborted };
        inner.Response.Body = answer;
        (inner.Connection.RemoteIpAddress, inner.Connection.LocalIpAddress, inner.TraceIdentifier) = (outer.Connection.RemoteIpAddress, outer.Connection.LocalIpAddress, outer.TraceIdentifier);
        inner.Features.Set<InnerMark>(new());
        if (scope is not null) inner.Features.Set(scope);
        Address(call, inner.Request, operation.Url);
        inner.Request.Method = operation.Method;
        foreach (var header in outer.Request.Headers)
            if (!NotInherited.Contains(header.Key)) inner.Request.Headers[header.Key] = header.Value;
        foreach (var (name, value) in operation.Headers) inner.Request.Headers[name] = value;
        inner.Request.Body = new MemoryStream(operation.Body, writable: false);
        inner.Request.ContentLength = operation.Body.Length;
        await call.Host.Inner(inner);
        await inner.Response.CompleteAsync();
        return new BatchResult(inner.Response.StatusCode, inner.Response.Headers, answer.ToArray(), operation.ContentId);
    }

    /// <summary>Whether a request is itself part of a batch.</summary>
    public static bool Is(HttpContext http) => http.Features.Get<InnerMark>() is not null;

    /// <summary>An absolute URL, a path from the root, or relative to the service root.</summary>
    public static string Path(Call call, string url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https") return absolute.PathAndQuery;
        return url.StartsWith('/') ? url : $"{new Uri(call.Root).AbsolutePath}/{url}";
    }

    private static void Address(Call call, HttpRequest request, string url)
    {
        var path = Path(call, url);
        var question = path.IndexOf('?', StringComparison.Ordinal);
        try
        {
            request.Path = PathString.FromUriComponent(question < 0 ? path : path[..question]);
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException or InvalidOperationException)
        {
            throw new RefusedException(Faults.Url($"'{url}' is no URL of this service."));
        }
        request.QueryString = new QueryString(question < 0 ? "" : path[question..]);
        (request.Scheme, request.Host, request.Protocol) = (call.Http.Request.Scheme, call.Http.Request.Host, call.Http.Request.Protocol);
    }

    private sealed class InnerMark;
}
