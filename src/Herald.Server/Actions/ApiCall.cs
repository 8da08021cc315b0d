using Herald.WebApi;

namespace Herald.Server.Actions;

/// <summary>One call of an action or function.</summary>
/// <param name="Action">Its name, e.g. <c>CCaaS_CreateOperation</c>.</param>
/// <param name="Root">Service root as called, e.g. <c>https://org/api/data/v9.1</c>.</param>
internal readonly record struct ApiCall(HttpContext Http, string Action, string Root)
{
    public HttpRequest Request => Http.Request;

    public HttpResponse Response => Http.Response;

    public CancellationToken Aborted => Http.RequestAborted;

    public Caller Caller => Http.Features.Get<Caller>()!;
}
