using Herald.WebApi.Errors;

namespace Herald.WebApi.Query;

/// <summary>
/// The options of a URL, decoded as a form is (<c>+</c> is a space), names case-sensitive, each once. What the product does
/// not support is refused here, since the OData parser accepts it silently.
/// </summary>
internal sealed class QueryOptions
{
    private const int MaxLength = 32_768;
    private static readonly HashSet<string> Supported = ["$select", "$filter", "$orderby", "$top", "$count", "$expand", "$apply", "$skiptoken", "$id"];

    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    public QueryOptions(string raw)
    {
        Raw = raw;
        if (raw.Length > MaxLength) throw new RefusedException(Faults.Url($"The query string is longer than {MaxLength} characters."));
        foreach (var part in raw.AsSpan().TrimStart('?').ToString().Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var split = part.IndexOf('=', StringComparison.Ordinal);
            var name = Decoded(split < 0 ? part : part[..split]);
            Accept(name, split < 0 ? "" : Decoded(part[(split + 1)..]));
        }
    }

    /// <summary>As it came, with its question mark.</summary>
    public string Raw { get; }

    public string? this[string name] => options.GetValueOrDefault(name);

    public bool Has(string name) => options.ContainsKey(name);

    public bool HasAliases => options.Keys.Any(k => k.StartsWith('@'));

    /// <summary>For the OData parser, aliases (@p) included.</summary>
    public IDictionary<string, string> Options => options;

    /// <summary>The same URL's options without $skiptoken, raw; each client sends the next link as it got it.</summary>
    public string RawWithoutToken => string.Join('&',
        Raw.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !Decoded(p).StartsWith("$skiptoken=", StringComparison.Ordinal)));

    private void Accept(string name, string value)
    {
        if (name.StartsWith('$') && !Supported.Contains(name))
            throw new RefusedException(Faults.Url($"Query option '{name}' was specified. It is not supported."));
        if (Supported.Contains("$" + name)) throw new RefusedException(Faults.Url($"Query option '{name}' is written '${name}'."));
        if (!name.StartsWith('$') && !name.StartsWith('@') && name is not ("partitionId" or "fetchXml")) return;
        if (!options.TryAdd(name, value)) throw new RefusedException(Faults.Url($"Query option '{name}' was specified more than once."));
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
