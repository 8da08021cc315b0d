using System.Buffers;
using System.Text.Json;
using Herald.Server.Errors;

namespace Herald.Server.Actions.Answers;

/// <summary>Writes a JSON answer in one piece.</summary>
internal static class JsonAnswer
{
    public static byte[] Build(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(body))
            write(json);
        return body.WrittenSpan.ToArray();
    }

    public static Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body, int status = StatusCodes.Status200OK)
    {
        response.StatusCode = status;
        response.ContentType = ErrorAnswer.ContentType;
        response.ContentLength = body.Length;
        return response.BodyWriter.WriteAsync(body).AsTask();
    }
}
