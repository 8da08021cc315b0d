using System.Text;

namespace Herald.Sip.Messages;

/// <summary>The <c>;name=value</c> tail of a URI or header value, in order; a parameter without value has an empty one.</summary>
internal sealed record Parameters(IReadOnlyList<KeyValuePair<string, string>> Items)
{
    public static readonly Parameters None = new([]);

    public string? this[string name]
    {
        get
        {
            foreach (var item in Items)
                if (item.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return item.Value;
            return null;
        }
    }

    public bool Has(string name) => this[name] is not null;

    public Parameters With(string name, string value) =>
        new([.. Items.Where(item => !item.Key.Equals(name, StringComparison.OrdinalIgnoreCase)), new(name, value)]);

    /// <summary>Reads what follows the first semicolon. Null when a name is not a token or a quote stays open.</summary>
    public static Parameters? Parse(ReadOnlySpan<char> tail)
    {
        tail = tail.Trim();
        if (tail.Length == 0)
            return None;
        if (!Grammar.QuotesBalance(tail))
            return null;
        var parts = new List<string>();
        Grammar.Split(tail.ToString(), ';', parts);
        var items = new List<KeyValuePair<string, string>>(parts.Count);
        foreach (var part in parts)
        {
            var equals = Grammar.Next(part, '=', 0);
            var name = part.AsSpan(0, equals).Trim();
            if (name.Length == 0 || name.ContainsAny(Grammar.NotInName))
                return null;
            items.Add(new(name.ToString(), equals < part.Length ? part[(equals + 1)..].Trim() : ""));
        }
        return new(items);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Items)
        {
            text.Append(';').Append(name);
            if (value.Length > 0)
                text.Append('=').Append(value);
        }
        return text.ToString();
    }
}
