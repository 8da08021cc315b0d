using System.Text;
using Herald.WebApi.Rows;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>WhoAmI, RetrieveVersion, the service document and the metadata.</summary>
internal static class Functions
{
    public static ValueTask WhoAmIAsync(Call call) =>
        Responses.ObjectAsync(call, StatusCodes.Status200OK, "#Microsoft.Dynamics.CRM.WhoAmIResponse", json =>
        {
            json.WriteString("BusinessUnitId", call.Caller.BusinessUnitId);
            json.WriteString("UserId", call.Caller.UserId);
            json.WriteString("OrganizationId", call.Caller.OrganizationId);
        });

    public static ValueTask RetrieveVersionAsync(Call call) =>
        Responses.ObjectAsync(call, StatusCodes.Status200OK, "#Microsoft.Dynamics.CRM.RetrieveVersionResponse", json => json.WriteString("Version", call.Host.Options.Version));

    public static ValueTask ServiceDocumentAsync(Call call) =>
        Responses.ObjectAsync(call, StatusCodes.Status200OK, "", json =>
        {
            json.WriteStartArray("value");
            foreach (var table in call.Host.Catalogue.Tables)
            {
                json.WriteStartObject();
                json.WriteString("name", table.Set);
                json.WriteString("kind", "EntitySet");
                json.WriteString("url", table.Set);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    public static async ValueTask MetadataAsync(Call call)
    {
        var response = call.Http.Response;
        response.ContentType = "application/xml";
        response.ContentLength = call.Host.Catalogue.Metadata.Length;
        await response.BodyWriter.WriteAsync(call.Host.Catalogue.Metadata, call.Aborted);
    }
}
