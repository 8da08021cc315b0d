namespace Herald.WebApi.Query;

/// <summary>One part of a key in a URL: its name (empty for a bare key) and its literal as written.</summary>
internal sealed record KeyPart(string Name, string Literal)
{
    public bool Quoted => Literal.Length >= 2 && Literal[0] == '\'' && Literal[^1] == '\'';

    /// <summary>The value without quotes.</summary>
    public string Value => Quoted ? Literal[1..^1].Replace("''", "'", StringComparison.Ordinal) : Literal;
}
