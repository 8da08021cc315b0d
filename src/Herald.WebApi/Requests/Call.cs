using Herald.WebApi.Catalogue;
using Herald.WebApi.Errors;
using Herald.WebApi.Query;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>One request: who, under which root, with which preferences and options.</summary>
internal sealed class Call(HttpContext http, WebApiHost host, Caller caller, string version)
{
    private QueryOptions? query;

    public HttpContext Http => http;
    public WebApiHost Host => host;
    public Caller Caller => caller;
    public Preferences Preferences { get; } = Preferences.Of(http.Request);

    /// <summary>As the caller spelled the version: <c>https://org/api/data/v9.2</c>.</summary>
    public string Root => root ??= $"{host.Options.OrganizationUrl(http)}/api/data/{version}";

    public QueryOptions Query => query ??= new QueryOptions(http.Request.QueryString.Value ?? "");
    public CancellationToken Aborted => http.RequestAborted;

    private string? root;

    public void MustRead(TableDefinition table)
    {
        if (!caller.HoldsAny(table.Readers)) throw new RefusedException(Faults.MissingPrivilege(caller.UserId, "Read", table.Name));
    }

    public void MustWrite(TableDefinition table, string action)
    {
        if (!caller.HoldsAny(table.Writers)) throw new RefusedException(Faults.MissingPrivilege(caller.UserId, action, table.Name));
    }

    /// <summary>Refuses options that have no meaning for the request.</summary>
    public void Allow(params ReadOnlySpan<string> options)
    {
        foreach (var name in Query.Options.Keys)
            if (name.StartsWith('$') && !options.Contains(name)) throw new RefusedException(Faults.Url($"Query option '{name}' is not supported for this request."));
    }
}
