namespace Herald.Core.Templates;

/// <summary>Splits a template at its double braces.</summary>
internal static class TemplateText
{
    private const string Open = "{{";
    private const string Close = "}}";

    public static List<TemplatePart> Split(string text)
    {
        var parts = new List<TemplatePart>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf(Open, at, StringComparison.Ordinal);
            if (open < 0)
                open = text.Length;
            if (open > at)
                parts.Add(new(text[at..open], IsToken: false, at));
            at = open < text.Length ? Token(text, open, parts) : open;
        }

        return parts;
    }

    // Adds what begins with the braces at that place; gives where it ends.
    private static int Token(string text, int open, List<TemplatePart> parts)
    {
        var close = text.IndexOf(Close, open, StringComparison.Ordinal);
        var next = text.IndexOf(Open, open + Open.Length, StringComparison.Ordinal);
        if (close < 0 || (next >= 0 && next < close))
        {
            // Never closed before the next one opens: only these braces are text.
            parts.Add(new(Open, IsToken: false, open, Broken: true));
            return open + Open.Length;
        }

        var name = text[(open + Open.Length)..close].Trim();
        var end = close + Close.Length;
        parts.Add(name.Length > 0 ? new(name, IsToken: true, open) : new(text[open..end], IsToken: false, open, Broken: true));
        return end;
    }
}
