namespace Herald.Core.Eligibility.Regulations;

/// <summary>Dispositions by which a person has refused.</summary>
public static class Refusals
{
    private static readonly string[] Codes = ["Refused", "Not interested", Planning.AttemptMeanings.DoNotContact];

    public static bool IsRefusal(IReadOnlyList<string> dispositions) => dispositions.Any(code => Codes.Contains(code, StringComparer.OrdinalIgnoreCase));
}
