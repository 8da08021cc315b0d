using Herald.WebApi.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi;

/// <summary>What the host gives to this room.</summary>
public sealed class WebApiOptions
{
    public required TableCatalogue Catalogue { get; init; }

    public required IRowSource Rows { get; init; }

    /// <summary>Who calls, once authenticated; null answers 401.</summary>
    public required Func<HttpContext, Caller?> Caller { get; init; }

    /// <summary>The organisation's URL without trailing slash, for contexts, ids and next links. Default: scheme and host of the request.</summary>
    public Func<HttpContext, string> OrganizationUrl { get; init; } = http => $"{http.Request.Scheme}://{http.Request.Host}";

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Rows a page has at most, and without <c>odata.maxpagesize</c>. Default 5000; elastic tables a tenth of it.</summary>
    public int PageSize { get; init; } = 5000;

    /// <summary><c>$count</c> never says more than this. Default 5000.</summary>
    public int CountCap { get; init; } = 5000;

    /// <summary>Rows an aggregation may read. Default 50,000.</summary>
    public int AggregateCap { get; init; } = 50_000;

    /// <summary>Reads that run at the same time; more wait for a connection. Default 12.</summary>
    public int Readers { get; init; } = 12;

    /// <summary>How long the statements of one read may run together. Default 5 seconds; then 400 that names the indexed columns.</summary>
    public TimeSpan StatementLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of a request body. Default 16 MiB; then 413.</summary>
    public long BodyLimit { get; init; } = 16 * 1024 * 1024;

    /// <summary>Answer of RetrieveVersion.</summary>
    public string Version { get; init; } = "9.2.26111.00110";

    /// <summary>Middleware that inner requests of a <c>$batch</c> pass between routing and endpoint, such as UseAuthorization.</summary>
    public Action<IApplicationBuilder>? BatchPipeline { get; init; }
}
