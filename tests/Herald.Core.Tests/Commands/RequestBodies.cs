using System.Text.Json.Nodes;

namespace Herald.Core.Tests.Commands;

/// <summary>A valid body of each action, to be changed by a test.</summary>
internal static class RequestBodies
{
    public static JsonObject Contact(string id = "c-1") => new()
    {
        ["uniqueIdentifier"] = id,
        ["firstName"] = "Ada",
        ["lastName"] = "Byron",
        ["mobilePhoneNumber"] = "+15550100",
    };

    public static JsonObject Window() => new() { ["start"] = "2026-12-10T09:00:00Z", ["end"] = "2026-12-10T17:00:00Z" };

    public static JsonObject Create(params JsonNode?[] contacts) => new()
    {
        ["ApiVersion"] = "1.0",
        ["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString(),
        ["Contacts"] = new JsonArray(contacts.Length > 0 ? contacts : [Contact()]),
    };

    public static JsonObject CreateSms() => With(Create(), body =>
    {
        body["ProactiveEngagementConfigId"] = Samples.SmsEngagement.ToString();
        body["Message"] = "Hello";
    });

    public static JsonObject Simple() => new()
    {
        ["ApiVersion"] = "1.0",
        ["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString(),
        ["UniqueIdentifier"] = "c-1",
        ["FirstName"] = "Ada",
        ["LastName"] = "Byron",
        ["MobilePhoneNumber"] = "+15550100",
    };

    public static JsonObject Bulk(params JsonNode?[] records) => new()
    {
        ["ApiVersion"] = "1.0",
        ["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString(),
        ["ProactiveDeliveries"] = new JsonArray(records.Length > 0 ? records : [Contact()]),
    };

    public static JsonObject Voice() => new()
    {
        ["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString(),
        ["DestinationPhoneNumber"] = "+15550100",
    };

    public static JsonObject Sms() => new()
    {
        ["ApiVersion"] = "1.0",
        ["ProactiveEngagementConfigId"] = Samples.SmsEngagement.ToString(),
        ["DestinationPhoneNumber"] = "+15550100",
        ["Message"] = "Hello",
    };

    public static JsonObject Operation(string operation) => new()
    {
        ["ApiVersion"] = "1.0",
        ["Operation"] = operation,
        ["ProactiveEngagementConfigId"] = Samples.VoiceEngagement.ToString(),
    };

    public static T With<T>(T node, Action<T> change)
        where T : JsonNode
    {
        change(node);
        return node;
    }

    /// <summary>The array or object as a string that contains it.</summary>
    public static JsonObject AsText(JsonObject body, params string[] members) => With(body, each =>
    {
        foreach (var member in members.Where(name => each[name] is not null))
            each[member] = each[member]!.ToJsonString();
    });
}
