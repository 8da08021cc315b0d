using Herald.Server.Tables;
using Herald.WebApi;

namespace Herald.Server.Hosting;

/// <summary>The tables under <c>/api/data</c>, over the store.</summary>
internal static class TableRoutes
{
    public static void MapTables(this WebApplication app)
    {
        var organization = app.Services.GetRequiredService<OrganizationAddress>();
        app.MapWebApi(new WebApiOptions
        {
            Catalogue = HeraldCatalogue.Create(),
            Rows = app.Services.GetRequiredService<StoreRows>(),
            Caller = http => http.Features.Get<Caller>(),
            OrganizationUrl = _ => organization.Url,
            Time = app.Services.GetRequiredService<TimeProvider>(),
        });
    }
}
