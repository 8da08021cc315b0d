using System.Text.Json;
using Herald.Server.Cli.Demo;
using Herald.Server.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace Herald.Server.Tests.Actions;

/// <summary>Request bodies for tests.</summary>
internal static class Requests
{
    public static string VoiceNow => Samples.MovedTo(Samples.Voice, Now);

    public static string SmsNow => Samples.MovedTo(Samples.Sms, Now);

    private static Instant Now => TimeProvider.System.GetCurrentInstant();

    /// <summary>A voice request to one number whose last digits say what the simulated person does.</summary>
    public static string Voice(string number = "+15550100", object? windows = null) => JsonSerializer.Serialize(new
    {
        ApiVersion = "1.0",
        ProactiveEngagementConfigId = DevelopmentDefaults.VoiceEngagement,
        Contacts = new[] { new { uniqueIdentifier = Guid.NewGuid().ToString(), firstName = "A", lastName = "B", mobilePhoneNumber = number } },
        Windows = windows,
    });

    public static object[] Tomorrow => [new { Start = (Now + Duration.FromHours(24)).ToString(), End = (Now + Duration.FromHours(25)).ToString() }];

    /// <param name="count">Records.</param>
    public static string Bulk(int count, string number = "+15550100") => JsonSerializer.Serialize(new
    {
        ApiVersion = "1.0",
        ProactiveEngagementConfigId = DevelopmentDefaults.VoiceEngagement,
        ProactiveDeliveries = Enumerable.Range(0, count).Select(i => new { uniqueIdentifier = $"r{i}", firstName = "A", lastName = "B", mobilePhoneNumber = number }),
    });
}
