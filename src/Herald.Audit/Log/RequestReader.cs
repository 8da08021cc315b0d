using System.Text.Json;

namespace Herald.Audit.Log;

/// <summary>Reads of a body (JSON) what one contact's attempts are judged by, in one pass and past everything else.</summary>
internal sealed class RequestReader(TextPool texts)
{
    private static readonly Dictionary<string, string> None = [];

    private readonly List<(long, long)> windows = [];
    private readonly List<(long, long)> narrow = [];

    /// <returns>Null: the body has no such contact.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public Request? Read(long acceptedAt, int intake, long? endedAt, ReadOnlySpan<byte> body, int contact)
    {
        windows.Clear();
        narrow.Clear();
        Contact? found = null;
        var json = new Utf8JsonReader(body);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("contacts"u8))
                found = ContactAt(ref json, contact);
            else if (json.ValueTextEquals("windows"u8))
                ReadWindows(ref json, windows);
            else
                Pass(ref json);
        }

        if (found is null)
            return null;
        var request = new Request(acceptedAt, intake, endedAt, found, []);
        return request with { Windows = [.. !request.FirstGeneration && narrow.Count > 0 ? narrow : windows] };
    }

    private Contact? ContactAt(ref Utf8JsonReader json, int index)
    {
        Contact? found = null;
        json.Read();
        for (var i = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
                found = ReadContact(ref json);
            else
                json.Skip();
        }

        return found;
    }

    private Contact ReadContact(ref Utf8JsonReader json)
    {
        string?[] numbers = new string?[3];
        string? country = null, state = null, postalCode = null, zone = null;
        var attributes = None;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("mobilePhone"u8))
                numbers[0] = Text(ref json);
            else if (json.ValueTextEquals("businessPhone"u8))
                numbers[1] = Text(ref json);
            else if (json.ValueTextEquals("homePhone"u8))
                numbers[2] = Text(ref json);
            else if (json.ValueTextEquals("country"u8))
                country = Pooled(ref json);
            else if (json.ValueTextEquals("state"u8))
                state = Pooled(ref json);
            else if (json.ValueTextEquals("postalCode"u8))
                postalCode = Pooled(ref json);
            else if (json.ValueTextEquals("timeZone"u8))
                zone = Pooled(ref json);
            else if (json.ValueTextEquals("inputAttributes"u8))
                attributes = Attributes(ref json);
            else if (json.ValueTextEquals("windows"u8))
                ReadWindows(ref json, narrow);
            else
                Pass(ref json);
        }

        return new Contact(numbers, country, state, postalCode, zone, attributes);
    }

    private Dictionary<string, string> Attributes(ref Utf8JsonReader json)
    {
        Dictionary<string, string>? values = null;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = Value(ref json);
            (values ??= [])[name] = Text(ref json) ?? "";
        }

        return values ?? None;
    }

    // [[start, end], …]
    private static void ReadWindows(ref Utf8JsonReader json, List<(long, long)> into)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.StartArray)
        {
            json.Read();
            var start = json.GetInt64();
            json.Read();
            into.Add((start, json.GetInt64()));
            json.Read();
        }
    }

    private static void Pass(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    private string? Pooled(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? null : Value(ref json);
    }

    private string Value(ref Utf8JsonReader json) => json.ValueIsEscaped ? json.GetString()! : texts.Get(json.ValueSpan);
}
