using System.Buffers;
using System.Text.Json;
using Herald.Core.Commands;

namespace Herald.Server.Errors;

/// <summary>The Web API's error body: <c>{"error":{"code","message","details"}}</c>.</summary>
internal static class ErrorAnswer
{
    public const string ContentType = "application/json; odata.metadata=minimal";

    public static Task WriteAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(context, status, [new Fault(code, "", message)]);

    /// <summary>The first fault's code, all messages one a line, and each fault as a detail.</summary>
    public static async Task WriteAsync(HttpContext context, int status, IReadOnlyList<Fault> faults)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body))
            Write(json, faults);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = body.WrittenCount;
        await response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Fault> faults)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", faults[0].Code);
        json.WriteString("message", faults.Count == 1 ? faults[0].Message : string.Join('\n', faults.Select(fault => fault.Message)));
        if (faults.Any(fault => fault.Target.Length > 0))
            WriteDetails(json, faults);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, IReadOnlyList<Fault> faults)
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
}
