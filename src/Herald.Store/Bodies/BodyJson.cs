using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Herald.Store.Bodies;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(WindowJson)])]
[JsonSerializable(typeof(TaskBody))]
internal sealed partial class BodyJson : JsonSerializerContext
{
    public static byte[] Write(TaskBody body) => JsonSerializer.SerializeToUtf8Bytes(body, Compact.Context.TaskBody);

    public static TaskBody Read(byte[] json) =>
        JsonSerializer.Deserialize(json, Compact.Context.TaskBody) ?? throw new InvalidDataException("A task body is empty.");

    // A class of its own: made after the generated Default, whatever the order of the two files.
    private static class Compact
    {
        // Stored, never shown in a page: names in any script stay as they are instead of six bytes a letter.
        public static readonly BodyJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
