using System.Text.Json.Nodes;

namespace Herald.Core.Outcomes;

/// <summary>What a call's signalling said, as the JSON kept with the delivery.</summary>
public static class SipDiagnostics
{
    /// <summary>The column holds 1,000 characters; JSON writes one character with up to six.</summary>
    private const int LongestText = 70;

    /// <param name="phrase">Reason phrase of the status line; cut to 70 characters.</param>
    /// <param name="q850Text">Text of the Reason header; cut likewise.</param>
    public static string ToJson(int status, string? phrase, SipEnd end = SipEnd.FarSide, int? q850 = null, string? q850Text = null)
    {
        var json = new JsonObject { ["sip"] = status };
        if (!string.IsNullOrEmpty(phrase))
            json["phrase"] = Cut(phrase);
        if (end != SipEnd.FarSide)
            json["endedBy"] = end == SipEnd.RingLimit ? "ring limit" : "stop";
        if (q850 is { } cause)
            json["q850"] = cause;
        if (!string.IsNullOrEmpty(q850Text))
            json["q850Text"] = Cut(q850Text);
        return json.ToJsonString();
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
