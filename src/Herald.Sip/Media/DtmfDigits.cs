namespace Herald.Sip.Media;

/// <summary>Keys and their RFC 4733 §3.2 event numbers.</summary>
internal static class DtmfDigits
{
    public const string All = "0123456789*#ABCD";

    public static bool AreKeys(string digits) => digits.Length > 0 && digits.All(digit => All.Contains(digit, StringComparison.Ordinal));
}
