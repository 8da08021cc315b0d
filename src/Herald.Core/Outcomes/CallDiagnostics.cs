using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Herald.Core.Outcomes;

/// <summary>What is kept of a call besides its result: signalling, moments, call progress, media.</summary>
/// <param name="Status">Final SIP code; 200 for an answered call.</param>
public sealed record CallDiagnostics(int Status)
{
    /// <summary>The column's length; JSON writes one character with up to six.</summary>
    private const int Longest = 1_000;
    private const int LongestText = 70;

    public string? Phrase { get; init; }
    public SipEnd End { get; init; }
    public int? Q850 { get; init; }
    public string? Q850Text { get; init; }

    /// <summary>Carrier that had it.</summary>
    public string? Trunk { get; init; }

    /// <summary>First 18x.</summary>
    public Instant? RingingAt { get; init; }
    public Instant? AnsweredAt { get; init; }

    /// <summary>Heard before the answer.</summary>
    public LineVerdict Early { get; init; }
    public LineVerdict Verdict { get; init; }

    /// <summary>From the first sound listened to until the verdict.</summary>
    public Duration? VerdictAfter { get; init; }
    public Instant? GreetingEndAt { get; init; }
    public Instant? BeepAt { get; init; }

    /// <summary>Who ended an answered call: <c>us</c> or <c>them</c>.</summary>
    public string? HungUpBy { get; init; }

    /// <summary>RTP packets.</summary>
    public (long Sent, long Received, long Lost)? Media { get; init; }

    /// <summary>At most 1,000 characters: long texts of the network are cut.</summary>
    public string ToJson()
    {
        for (var text = LongestText; ; text /= 2)
        {
            var json = ToJson(text);
            if (json.Length <= Longest || text == 0)
                return json;
        }
    }

    private string ToJson(int longestText)
    {
        var json = new JsonObject { ["sip"] = Status };
        Add("phrase", Cut(Phrase));
        Add("endedBy", End switch { SipEnd.RingLimit => "ring limit", SipEnd.Stopped => "stop", SipEnd.SetupLimit => "set-up limit", _ => null });
        if (Q850 is { } cause)
            json["q850"] = cause;
        Add("q850Text", Cut(Q850Text));
        Add("trunk", Cut(Trunk));
        Add("ringing", At(RingingAt));
        Add("early", Word(Early));
        Add("answered", At(AnsweredAt));
        Add("verdict", Word(Verdict));
        if (VerdictAfter is { } after)
            json["verdictAfterMs"] = (long)after.TotalMilliseconds;
        Add("greetingEnd", At(GreetingEndAt));
        Add("beep", At(BeepAt));
        Add("hungUpBy", HungUpBy);
        if (Media is var (sent, received, lost))
            json["rtp"] = new JsonObject { ["sent"] = sent, ["received"] = received, ["lost"] = lost };
        return json.ToJsonString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                json[name] = value;
        }

        string? Cut(string? value) => value is null || value.Length <= longestText ? value : value[..longestText];
    }

    private static string? At(Instant? at) => at is { } moment ? Milliseconds.Format(moment) : null;

    private static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    private static string? Word(LineVerdict verdict) => verdict switch
    {
        LineVerdict.None => null,
        LineVerdict.SpecialTones => "special tones",
        LineVerdict.BusyTone => "busy tone",
        _ => verdict.ToString().ToLower(CultureInfo.InvariantCulture),
    };
}
