using Herald.Server.Tables;
using Scalar.AspNetCore;

namespace Herald.Server.Hosting.Reference;

/// <summary><c>/openapi/v9.2.json</c> and a page to browse it at <c>/reference</c>; everything comes from this server.</summary>
internal static class ReferenceRoutes
{
    private const string Document = "/openapi/v9.2.json";

    public static void MapReference(this WebApplication app)
    {
        var organization = app.Services.GetRequiredService<OrganizationAddress>();
        var document = new Lazy<byte[]>(() => OpenApiDocument.Write(organization.Url, Operations.All));
        app.MapGet(Document, async (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.BodyWriter.WriteAsync(document.Value, context.RequestAborted);
        });
        app.MapScalarApiReference("/reference", options => options
            .WithTitle("Herald")
            .WithOpenApiRoutePattern(Document)
            .DisableAgent()
            .DisableTelemetry()
            .DisableDefaultFonts());
    }
}
