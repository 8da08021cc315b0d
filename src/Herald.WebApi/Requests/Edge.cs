using System.Data.Common;
using Herald.WebApi.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.OData;

namespace Herald.WebApi.Requests;

/// <summary>The outermost part of a request: makes the call, and turns every refusal into the product's error body.</summary>
internal sealed partial class Edge(WebApiHost host, ILogger<Edge> log)
{
    public async Task RunAsync(HttpContext http)
    {
        if ((string)http.GetRouteValue("version")! is not ("v9.2" or "v9.1" or "v9.0"))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        Responses.Headers(http);
        // The answer to HEAD is that to GET; the server leaves the body out by itself (RFC 9110 section 9.3.2).
        if (HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        if (host.Options.Caller(http) is not { } caller)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var call = new Call(http, host, caller, (string)http.GetRouteValue("version")!);
        try
        {
            await Router.RunAsync(call, Path(http));
        }
        catch (RefusedException e)
        {
            await RefuseAsync(call, e.Faults);
        }
        catch (ODataException e)
        {
            await RefuseAsync(call, [Faults.Url(e.Message)]);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
        }
        catch (BadHttpRequestException e)
        {
            // The server's own limits, and the host's word for "busy" (429) and "away" (503).
            if (e.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "1";
            await RefuseAsync(call, [new Fault(e.StatusCode, "0x80060888", e.Message)]);
        }
        catch (DbException e) when (e.IsTransient || e.SqlState is ['0', '8', ..] or ['5', '3' or '7', ..])
        {
            // No connection, no resources, shutting down: it passes.
            Unavailable(log, e, http.Request.Method, http.Response.Headers["REQ_ID"].ToString());
            http.Response.Headers.RetryAfter = "1";
            await RefuseAsync(call, [Faults.Unavailable]);
        }
        catch (Exception e)
        {
            Failed(log, e, http.Request.Method, http.Response.Headers["REQ_ID"].ToString());
            await RefuseAsync(call, [Faults.Unexpected]);
        }
    }

    /// <summary>The server has decoded the path but for <c>%2F</c>, which a key's text may hold.</summary>
    private static string Path(HttpContext http) =>
        ((string?)http.GetRouteValue("path") ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask RefuseAsync(Call call, IReadOnlyList<Fault> faults)
    {
        if (call.Http.Response.HasStarted) return;
        call.Http.Response.Headers.Remove("Preference-Applied");
        call.Http.Response.Headers.ETag = default;
        if (faults[0].Status == StatusCodes.Status405MethodNotAllowed) call.Http.Response.Headers.Allow = AllowedMethods.Of(call.Host.Catalogue, Path(call.Http));
        await Responses.FaultsAsync(call.Http, faults, call.Preferences.Annotations.Details);
    }
}
