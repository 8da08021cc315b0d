using Herald.WebApi.Errors;

namespace Herald.Server.Tables;

/// <summary>The order of phone types is a comma-separated list of three known words.</summary>
internal static class PlannerRules
{
    private static readonly string[] PhoneTypes = ["MobilePhone", "BusinessPhone", "HomePhone"];

    public static IEnumerable<Fault> Check(IReadOnlyDictionary<string, object?> row)
    {
        if (row["msdyn_comm_phone_type_priority"] is not string { Length: > 0 } text) yield break;
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var word in words.Where(w => !PhoneTypes.Contains(w, StringComparer.OrdinalIgnoreCase)))
            yield return Faults.Invalid($"'{word}' is no phone type; msdyn_comm_phone_type_priority lists MobilePhone, BusinessPhone and HomePhone.", "msdyn_comm_phone_type_priority");
        if (words.Distinct(StringComparer.OrdinalIgnoreCase).Count() != words.Length)
            yield return Faults.Invalid("msdyn_comm_phone_type_priority names a phone type twice.", "msdyn_comm_phone_type_priority");
    }
}
