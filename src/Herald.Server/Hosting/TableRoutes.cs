using Herald.Dispatch;
using Herald.Server.Errors;
using Herald.Server.Identity;
using Herald.Server.Tables;
using Herald.Store.Queue;
using Herald.WebApi;
using Herald.WebApi.Errors;

namespace Herald.Server.Hosting;

/// <summary>The tables under <c>/api/data</c>, over the store.</summary>
internal static class TableRoutes
{
    public static void MapTables(this WebApplication app)
    {
        var organization = app.Services.GetRequiredService<OrganizationAddress>();
        var engine = app.Services.GetRequiredService<DispatchEngine>();
        app.MapWebApi(new WebApiOptions
        {
            Catalogue = HeraldCatalogue.Create((_, delivery, ct) => CancelAsync(engine, delivery, ct)),
            Rows = app.Services.GetRequiredService<StoreRows>(),
            Caller = http => http.Features.Get<Caller>(),
            OrganizationUrl = _ => organization.Url,
            Time = app.Services.GetRequiredService<TimeProvider>(),
            // A batch's parts pass what every call passes; the caller was authenticated with the batch.
            BatchPipeline = inner => inner.UseMiddleware<ApiFailures>().UseMiddleware<ApiGate>(),
        }).Add(WithRetryAfter);
    }

    /// <summary>The tables' room answers 429 and 503 without saying when to come again.</summary>
    private static void WithRetryAfter(EndpointBuilder endpoint)
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.OnStarting(static state => ApiFailures.AddRetryAfter((HttpResponse)state), context.Response);
            return inner(context);
        };
    }

    private static async ValueTask<Fault?> CancelAsync(DispatchEngine engine, Guid delivery, CancellationToken ct) =>
        await engine.Operations.CancelDeliveryAsync(delivery, ct) == CancelAnswer.Unknown ? Faults.NoRow("msdyn_proactive_delivery", delivery) : null;
}
