using System.Text;
using System.Text.Json;
using Herald.Server.Hosting;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Sms;

/// <summary>The settings that make the SMSC of the tests the transport <c>acme</c>, and the seeded SMS profile use it.</summary>
internal static class SmppAccount
{
    private const string Profile = "hrld_outboundprofiles(dddddddd-0000-4000-8000-000000000003)";

    public static IReadOnlyList<(string Name, string Value)> Settings(int port) =>
    [
        ("Herald:Channels:acme:Type", "Smpp"),
        ("Herald:Channels:acme:Host", "127.0.0.1"),
        ("Herald:Channels:acme:Port", $"{port}"),
        ("Herald:Channels:acme:SystemId", "esme"),
        ("Herald:Channels:acme:Password", "secret"),
        ("Herald:Channels:acme:Receipts:AnswerIds", "Hexadecimal"),
        ("Herald:Channels:acme:Receipts:ReceiptIds", "Decimal"),
        ("Herald:Channels:acme:ReconnectMinimum", "00:00:00.05"),
        ("Herald:Channels:acme:ReconnectMaximum", "00:00:00.2"),
        ("Herald:Channels:acme:ThrottleMinimum", "00:00:00.05"),
        ("Herald:Channels:acme:ThrottleMaximum", "00:00:00.4"),
        ("Herald:Channels:acme:ResponseTimeout", "00:00:02"),
        ("Herald:Channels:acme:StopTimeout", "00:00:02"),
        ("Herald:Channels:acme:MaxSegments", "10"),
        ("Herald:Engine:Tick", "00:00:00.1"),
    ];

    public static string[] Arguments(int port) => [.. Settings(port).SelectMany(setting => new[] { $"--{setting.Name}", setting.Value })];

    /// <param name="administrator">Signed in as administrator.</param>
    public static async Task UseAsync(HttpClient administrator, object? more = null)
    {
        var body = more ?? new { hrld_transport = "acme" };
        using var request = new HttpRequestMessage(HttpMethod.Patch, ApiClient.Root + Profile) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        var answer = await Answer.OfAsync(await administrator.SendAsync(request));
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Body);
    }

    /// <summary>A template for the seeded SMS engagement: bulk records carry no message.</summary>
    public static async Task GiveTemplateAsync(HttpClient administrator)
    {
        const string template = "dddddddd-0000-4000-8000-0000000000a1";
        await CreateAsync(administrator, "msdyn_proactive_engagement_message_templates", new Dictionary<string, object>
        {
            ["msdyn_proactive_engagement_message_templateid"] = template,
            ["msdyn_name"] = "Greeting",
            ["msdyn_proactive_engagement_message_template_content"] = "Hello {{FirstName}}",
        });
        await CreateAsync(administrator, "msdyn_proactive_engagement_planner_configs", new Dictionary<string, object>
        {
            ["msdyn_name"] = "SMS planner",
            ["msdyn_proactive_engagement_config_id@odata.bind"] = $"/msdyn_proactive_engagement_configs({DevelopmentDefaults.SmsEngagement})",
            ["msdyn_proactive_engagement_message_templateid@odata.bind"] = $"/msdyn_proactive_engagement_message_templates({template})",
        });
    }

    /// <summary>A bulk request to the seeded SMS engagement.</summary>
    public static string Bulk(IEnumerable<string> numbers) => JsonSerializer.Serialize(new
    {
        ApiVersion = "1.0",
        ProactiveEngagementConfigId = DevelopmentDefaults.SmsEngagement,
        ProactiveDeliveries = numbers.Select(number => new { uniqueIdentifier = Guid.NewGuid(), firstName = "A", lastName = "B", mobilePhoneNumber = number }),
    });

    private static async Task CreateAsync(HttpClient administrator, string table, Dictionary<string, object> row)
    {
        using var content = new StringContent(JsonSerializer.Serialize(row), Encoding.UTF8, "application/json");
        var answer = await Answer.OfAsync(await administrator.PostAsync(ApiClient.Root + table, content));
        ((int)answer.Status).ShouldBeInRange(200, 299, answer.Body);
    }

    public static string Request(string number, string message = "Your table is ready.", object? windows = null) => JsonSerializer.Serialize(new
    {
        ApiVersion = "1.0",
        ProactiveEngagementConfigId = DevelopmentDefaults.SmsEngagement,
        Message = message,
        Contacts = new[] { new { uniqueIdentifier = Guid.NewGuid().ToString(), firstName = "A", lastName = "B", mobilePhoneNumber = number } },
        Windows = windows,
    });
}
