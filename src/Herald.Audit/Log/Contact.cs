using System.Text.Json;

namespace Herald.Audit.Log;

/// <summary>One person of a request.</summary>
/// <param name="Numbers">Mobile, business, home.</param>
internal sealed record Contact(IReadOnlyList<string?> Numbers, string? Country, string? State, string? PostalCode, string? Zone, IReadOnlyDictionary<string, string> Attributes)
{
    private static readonly Dictionary<string, string> None = [];

    public static Contact Read(JsonElement json) => new(
        [Text(json, "mobilePhone"), Text(json, "businessPhone"), Text(json, "homePhone")],
        Text(json, "country"),
        Text(json, "state"),
        Text(json, "postalCode"),
        Text(json, "timeZone"),
        json.TryGetProperty("inputAttributes", out var attributes) ? Values(attributes) : None);

    private static Dictionary<string, string> Values(JsonElement json)
    {
        Dictionary<string, string>? values = null;
        foreach (var attribute in json.EnumerateObject())
            (values ??= [])[attribute.Name] = attribute.Value.GetString() ?? "";
        return values ?? None;
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
