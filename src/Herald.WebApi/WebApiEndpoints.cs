using Herald.WebApi.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Herald.WebApi;

/// <summary>Puts the Web API under <c>/api/data/v9.{0|1|2}</c>.</summary>
public static class WebApiEndpoints
{
    /// <summary>
    /// A catch-all of a late order: every other route of the host (its actions) wins over it. The returned builder takes
    /// authorization and other conventions.
    /// </summary>
    public static IEndpointConventionBuilder MapWebApi(this IEndpointRouteBuilder endpoints, WebApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var inner = new Lazy<RequestDelegate>(() => Pipeline(endpoints, options));
        var host = new WebApiHost(options, inner);
        endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(host.Readers.Dispose);
        var edge = new Edge(host, endpoints.ServiceProvider.GetRequiredService<ILogger<Edge>>());
        return endpoints.Map("/api/data/{version}/{**path}", (RequestDelegate)edge.RunAsync).WithOrder(1_000);
    }

    /// <summary>Routing over all endpoints of the host; made at the first batch, when all are mapped.</summary>
    private static RequestDelegate Pipeline(IEndpointRouteBuilder endpoints, WebApiOptions options)
    {
        var app = endpoints.CreateApplicationBuilder();
        app.UseRouting();
        options.BatchPipeline?.Invoke(app);
        app.UseEndpoints(inner =>
        {
            foreach (var source in endpoints.DataSources) inner.DataSources.Add(source);
        });
        return app.Build();
    }
}
