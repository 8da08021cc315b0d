using System.Net;
using System.Text;
using System.Text.Json;

namespace Herald.Server.Tests.Running;

/// <summary>An answer with its body read.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseMessage Message, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Code => Json.GetProperty("error").GetProperty("code").GetString()!;

    public string Text(string name) => Json.GetProperty(name).GetString() ?? "";

    public string Text(string outer, string inner) => Json.GetProperty(outer).GetProperty(inner).GetString()!;

    public Guid Id(string name) => Json.GetProperty(name).GetGuid();

    public IReadOnlyList<string> Targets =>
        [.. Json.GetProperty("error").GetProperty("details").EnumerateArray().Select(fault => fault.GetProperty("target").GetString()!)];

    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, message, await message.Content.ReadAsStringAsync());
}
