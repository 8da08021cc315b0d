using System.Text.Json;
using Herald.WebApi.Errors;
using Herald.WebApi.Requests;

namespace Herald.WebApi.Writes;

/// <summary>The request body, whole and bounded.</summary>
internal static class Body
{
    public static async ValueTask<JsonDocument> JsonAsync(Call call, string set)
    {
        using var bytes = await BytesAsync(call);
        if (bytes.Length == 0) throw new RefusedException(Faults.Payload(set, "The body is empty; a JSON object is expected."));
        try
        {
            return await JsonDocument.ParseAsync(bytes, default, call.Aborted);
        }
        catch (JsonException e)
        {
            throw new RefusedException(Faults.Payload(set, e.Message));
        }
    }

    public static async ValueTask<MemoryStream> BytesAsync(Call call)
    {
        var limit = call.Host.Options.BodyLimit;
        if (call.Http.Request.ContentLength > limit) throw new RefusedException(Faults.TooLarge(limit));
        var bytes = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await call.Http.Request.Body.ReadAsync(chunk, call.Aborted)) > 0;)
        {
            if (bytes.Length + read > limit) throw new RefusedException(Faults.TooLarge(limit));
            bytes.Write(chunk, 0, read);
        }
        bytes.Position = 0;
        return bytes;
    }
}
