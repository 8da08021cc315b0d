using System.Text.Json;
using System.Text.Json.Serialization;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Bodies;

/// <summary>A window as two numbers, Unix ticks of 100 ns: <c>[start,end]</c>. Milliseconds would move a window that a request gave more exactly.</summary>
internal sealed class WindowJson : JsonConverter<Window>
{
    public override Window Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Read();
        var start = reader.GetInt64();
        reader.Read();
        var end = reader.GetInt64();
        reader.Read();
        return new Window(Instant.FromUnixTimeTicks(start), Instant.FromUnixTimeTicks(end));
    }

    public override void Write(Utf8JsonWriter writer, Window value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start.ToUnixTimeTicks());
        writer.WriteNumberValue(value.End.ToUnixTimeTicks());
        writer.WriteEndArray();
    }
}
