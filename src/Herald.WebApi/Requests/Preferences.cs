using System.Globalization;
using Herald.WebApi.Rows;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Herald.WebApi.Requests;

/// <summary>The Prefer headers of a request; what is unknown or harmless there is ignored (RFC 7240 section 2).</summary>
internal sealed record Preferences(bool Representation, int? MaxPageSize, bool ContinueOnError, Annotations Annotations)
{
    private static readonly Preferences None = new(false, null, false, Annotations.None);

    public static Preferences Of(HttpRequest request)
    {
        var headers = request.Headers["Prefer"];
        return headers.Count == 0 ? None : Parse(headers);
    }

    private static Preferences Parse(StringValues headers)
    {
        var found = None;
        foreach (var header in headers)
            foreach (var part in Split(header ?? "")) found = With(found, part);
        return found;
    }

    private static Preferences With(Preferences found, string part)
    {
        var split = part.IndexOf('=', StringComparison.Ordinal);
        var name = (split < 0 ? part : part[..split]).Trim();
        var value = split < 0 ? "" : part[(split + 1)..].Trim().Trim('"');
        return name.ToUpperInvariant() switch
        {
            "RETURN" when value == "representation" => found with { Representation = true },
            "ODATA.MAXPAGESIZE" or "MAXPAGESIZE" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 => found with { MaxPageSize = size },
            "ODATA.INCLUDE-ANNOTATIONS" => found with { Annotations = Annotations.Parse(value) },
            "ODATA.CONTINUE-ON-ERROR" => found with { ContinueOnError = value is "" or "true" },
            _ => found,
        };
    }

    private static IEnumerable<string> Split(string header)
    {
        var (start, quoted) = (0, false);
        for (var n = 0; n < header.Length; n++)
        {
            if (header[n] == '"') quoted = !quoted;
            if (header[n] is not (',' or ';') || quoted) continue;
            yield return header[start..n];
            start = n + 1;
        }
        yield return header[start..];
    }
}
