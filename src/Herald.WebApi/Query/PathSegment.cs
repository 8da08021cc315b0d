using Herald.WebApi.Errors;

namespace Herald.WebApi.Query;

/// <summary>One segment of a resource path: a name, and what stands in parentheses (null: no parentheses).</summary>
internal sealed record PathSegment(string Name, IReadOnlyList<KeyPart>? Key)
{
    /// <summary>Splits at slashes that are neither in quotes nor in parentheses.</summary>
    public static IReadOnlyList<PathSegment> Split(string path)
    {
        var segments = new List<PathSegment>();
        var (start, depth, quoted) = (0, 0, false);
        for (var n = 0; n <= path.Length; n++)
        {
            if (n == path.Length || (path[n] == '/' && !quoted && depth == 0))
            {
                if (n > start) segments.Add(One(path[start..n]));
                start = n + 1;
                continue;
            }
            if (path[n] == '\'' && depth > 0) quoted = !quoted;
            else if (!quoted && path[n] == '(') depth++;
            else if (!quoted && path[n] == ')') depth--;
        }
        if (quoted || depth != 0) throw new RefusedException(Faults.Url($"Syntax error in the path '{path}': unbalanced quotes or parentheses."));
        return segments;
    }

    private static PathSegment One(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return new PathSegment(text, null);
        if (!text.EndsWith(')')) throw new RefusedException(Faults.Url($"Syntax error in the segment '{text}'."));
        return new PathSegment(text[..open], Keys(text[(open + 1)..^1]));
    }

    private static List<KeyPart> Keys(string text)
    {
        var parts = new List<KeyPart>();
        var (start, quoted) = (0, false);
        for (var n = 0; n <= text.Length; n++)
        {
            if (n < text.Length && text[n] == '\'') quoted = !quoted;
            if (n < text.Length && (quoted || text[n] != ',')) continue;
            var part = text[start..n].Trim();
            start = n + 1;
            if (part.Length == 0) continue;
            var (quote, equals) = (part.IndexOf('\'', StringComparison.Ordinal), part.IndexOf('=', StringComparison.Ordinal));
            var named = equals >= 0 && (quote < 0 || equals < quote);
            parts.Add(named ? new KeyPart(part[..equals].Trim(), part[(equals + 1)..].Trim()) : new KeyPart("", part));
        }
        return parts;
    }
}
