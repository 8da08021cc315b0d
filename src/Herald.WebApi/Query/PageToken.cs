using System.Globalization;
using System.Text;
using System.Text.Json;
using Herald.WebApi.Errors;

namespace Herald.WebApi.Query;

/// <summary>
/// Where a page ended: the sort values of its last row. Written as the product's cookie, opaque to clients; a token of
/// another query, or a changed one, is 400.
/// </summary>
internal sealed record PageToken(int Page, ulong Query, IReadOnlyList<object?> Values)
{
    public string Text() => $"<cookie pagenumber=\"{Page}\" pagingcookie=\"{Cookie()}\" istracking=\"False\" />";

    /// <summary>The sort values alone, in characters that need no encoding anywhere.</summary>
    public string Cookie()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Query);
            foreach (var value in Values) json.WriteStringValue(Tagged(value));
            json.WriteEndArray();
        }
        return Convert.ToBase64String(buffer.ToArray()).Replace('+', '-').Replace('/', '_').TrimEnd('=');
    }

    public static PageToken Parse(string text, ulong query, SqlDialect dialect) =>
        int.TryParse(Attribute(text, "pagenumber"), CultureInfo.InvariantCulture, out var page) ? Read(page, Attribute(text, "pagingcookie"), query, dialect) : throw Malformed();

    public static PageToken Read(int page, string text, ulong query, SqlDialect dialect)
    {
        try
        {
            var cookie = text.Replace('-', '+').Replace('_', '/');
            using var json = JsonDocument.Parse(Convert.FromBase64String(cookie.PadRight((cookie.Length + 3) / 4 * 4, '=')));
            var items = json.RootElement.EnumerateArray().ToList();
            if (items.Count < 2 || items[0].GetUInt64() != query) throw Malformed();
            return new PageToken(page, query, [.. items.Skip(1).Select(i => Untagged(i.GetString() ?? "", dialect))]);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw Malformed();
        }
    }

    /// <summary>FNV-1a over what decides the order of rows: the same in every process.</summary>
    public static ulong Fingerprint(params string?[] parts)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in parts)
            foreach (var c in (part ?? "") + '\n') hash = (hash ^ c) * 1099511628211UL;
        return hash >> 11; // 53 bits: survives any JSON reader
    }

    public static string Attribute(string text, string name)
    {
        var start = text.IndexOf(name + "=\"", StringComparison.Ordinal);
        if (start < 0) throw Malformed();
        start += name.Length + 2;
        var end = text.IndexOf('"', start);
        return end < 0 ? throw Malformed() : text[start..end];
    }

    private static string Tagged(object? value) => value switch
    {
        null or DBNull => "n",
        string text => "s" + text,
        byte[] id => "g" + new Guid(id, bigEndian: true),
        Guid id => "g" + id,
        bool b => b ? "b1" : "b0",
        IFormattable number => "i" + number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A sort value of type {value.GetType()} has no place in a page token."),
    };

    private static object? Untagged(string text, SqlDialect dialect) => text switch
    {
        "n" => null,
        ['s', .. var rest] when !rest.Contains('\0', StringComparison.Ordinal) => rest,
        ['g', .. var rest] => Stored.Id(Guid.Parse(rest), dialect),
        "b1" => true,
        "b0" => false,
        ['i', .. var rest] => long.Parse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        _ => throw Malformed(),
    };

    public static RefusedException Malformed() => new(Faults.Url("Malformed skip token, or one of another query."));
}
