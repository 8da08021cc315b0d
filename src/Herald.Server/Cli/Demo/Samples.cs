using System.Text.Json.Nodes;
using NodaTime;

namespace Herald.Server.Cli.Demo;

/// <summary>The published sample requests, word for word, and the same with their windows moved to now.</summary>
internal static class Samples
{
    public static string Voice => Read("voice-sample.json");

    public static string Sms => Read("sms-sample.json");

    /// <summary>Every contact's windows become one of ten minutes from <paramref name="now"/>; nothing else changes.</summary>
    public static string MovedTo(string sample, Instant now)
    {
        var request = JsonNode.Parse(sample)!;
        var contacts = JsonNode.Parse(request["Contacts"]!.GetValue<string>())!.AsArray();
        foreach (var contact in contacts)
        {
            contact!["windows"] = new JsonArray(new JsonObject
            {
                ["start"] = now.ToString(),
                ["end"] = (now + Duration.FromMinutes(10)).ToString(),
            });
        }

        request["Contacts"] = contacts.ToJsonString();
        return request.ToJsonString();
    }

    private static string Read(string file)
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream($"Herald.Server.Cli.Demo.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
