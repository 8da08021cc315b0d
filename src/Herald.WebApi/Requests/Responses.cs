using System.Text.Encodings.Web;
using System.Text.Json;
using Herald.WebApi.Errors;
using Herald.WebApi.Rows;
using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Requests;

/// <summary>Headers and bodies that every answer has.</summary>
internal static class Responses
{
    public const string Json = "application/json; odata.metadata=minimal";
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Headers(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers["OData-Version"] = "4.0";
        var request = Guid.NewGuid().ToString();
        headers["REQ_ID"] = request;
        headers["x-ms-service-request-id"] = request;
        headers.CacheControl = "no-cache";
        headers.Expires = "-1";
    }

    public static async ValueTask BodyAsync(HttpContext http, int status, PooledBuffer body, string contentType = Json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body.Written, http.RequestAborted);
    }

    /// <summary>A JSON object written by <paramref name="members"/> under its context.</summary>
    public static async ValueTask ObjectAsync(Call call, int status, string context, Action<Utf8JsonWriter> members)
    {
        using var body = new PooledBuffer();
        using (var json = new Utf8JsonWriter(body, Writing))
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{call.Root}/$metadata{context}");
            members(json);
            json.WriteEndObject();
        }
        await BodyAsync(call.Http, status, body);
    }

    public static async ValueTask FaultsAsync(HttpContext http, IReadOnlyList<Fault> faults, bool details)
    {
        using var body = new PooledBuffer();
        using (var json = new Utf8JsonWriter(body, Writing)) Write(json, faults, details);
        await BodyAsync(http, faults[0].Status, body);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Fault> faults, bool details)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", faults[0].Code);
        json.WriteString("message", string.Join('\n', faults.Select(f => f.Message)));
        if (details)
        {
            json.WriteString("@" + Annotations.ErrorDetails, "0");
            json.WriteString("@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode", "0");
            json.WriteString("@Microsoft.PowerApps.CDS.HelpLink", "http://go.microsoft.com/fwlink/?LinkID=398563&error=" + Uri.EscapeDataString(faults[0].Code));
        }
        if (faults.Count > 1 || faults[0].Target is not null)
        {
            json.WriteStartArray("details");
            foreach (var fault in faults)
            {
                json.WriteStartObject();
                json.WriteString("code", fault.Code);
                json.WriteString("target", fault.Target);
                json.WriteString("message", fault.Message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
