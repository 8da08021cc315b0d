using Herald.WebApi.Errors;

namespace Herald.Server.Tables;

/// <summary>Which pairs of dial mode and lead exist: Copilot is agent-led by software, Preview by a person, the others by either.</summary>
internal static class EngagementRules
{
    private const long Sms = 100000001, Copilot = 100000000, Preview = 100000002, BotLed = 100000100, CsrLed = 100000101;

    public static IEnumerable<Fault> Check(IReadOnlyDictionary<string, object?> row)
    {
        if (row["msdyn_type"] is Sms) yield break;
        var pair = (row["msdyn_dialmode_type"] as long?, row["msdyn_engagement_type"] as long?);
        if (pair is (Copilot, CsrLed)) yield return Faults.Invalid("Dial mode Copilot is led by the agent flow: msdyn_engagement_type must be BotLed (100000100) or empty.", "msdyn_engagement_type");
        if (pair is (Preview, BotLed)) yield return Faults.Invalid("Dial mode Preview is led by a representative: msdyn_engagement_type must be CSRLed (100000101) or empty.", "msdyn_engagement_type");
    }
}
