using System.Text;

namespace Herald.Dispatch.Inbound;

/// <summary>What a reply asks for. Blind to case, punctuation and blanks (CTIA handbook; 47 CFR 64.1200(a)(10)): the words carriers must honour, the FCC's, and plain sentences that mean them.</summary>
internal static class Keywords
{
    private static readonly Dictionary<string, Keyword> Words = new()
    {
        ["STOP"] = Keyword.Stop, ["STOPALL"] = Keyword.Stop, ["END"] = Keyword.Stop, ["CANCEL"] = Keyword.Stop, ["UNSUBSCRIBE"] = Keyword.Stop,
        ["QUIT"] = Keyword.Stop, ["REVOKE"] = Keyword.Stop, ["OPTOUT"] = Keyword.Stop, ["REMOVE"] = Keyword.Stop,
        ["START"] = Keyword.Start, ["UNSTOP"] = Keyword.Start,
        ["YES"] = Keyword.Yes,
        ["HELP"] = Keyword.Help, ["INFO"] = Keyword.Help,
    };

    private static readonly string[] StopPhrases = ["STOPPLEASE", "PLEASESTOP", "REMOVEME", "UNSUBSCRIBEME", "OPTMEOUT", "STOPTEXTING", "STOPMESSAGING", "STOPCALLING", "DONOTTEXT", "DONTTEXT", "DONOTCONTACT", "DONTCONTACT"];

    public static Keyword Of(string text)
    {
        if (text.Length > 200)
            return Keyword.None;
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetter(c))
                letters.Append(char.ToUpperInvariant(c));
        var bare = letters.ToString();
        if (Words.TryGetValue(bare, out var word))
            return word;
        return StopPhrases.Any(bare.Contains) ? Keyword.Stop : Keyword.None;
    }
}
