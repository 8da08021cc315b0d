using System.Collections.Frozen;
using NodaTime;

namespace Herald.Core.TimeZones;

/// <summary>
/// Every way a caller may write a time zone, as an IANA id: Windows id, label, label without its trailing
/// parenthesis, either of these with another offset or none in front, IANA id or tzdb alias. Case-blind.
/// </summary>
public static class TimeZoneSpelling
{
    // Labels of older releases whose text after the parenthesis differs from today's.
    private static readonly (string Text, string IanaId)[] OlderLabels =
    [
        ("City of Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Georgetown, La Paz, Manaus, San Juan", "America/La_Paz"),
        ("Ashgabat, Tashkent", "Asia/Tashkent"),
        ("Cape Verde Is.", "Atlantic/Cape_Verde"),
    ];

    private static readonly FrozenDictionary<string, string> Known = Build();

    /// <summary>The IANA id of that spelling, known to tzdb; null when no zone is written so.</summary>
    public static string? Find(string spelling)
    {
        var text = spelling.Trim();
        return Known.TryGetValue(text, out var id) || Known.TryGetValue(WithoutOffset(text), out id) ? id : null;
    }

    // "(GMT-03:00) Brasilia" -> "Brasilia": the offset is fixed text that older and newer releases write differently.
    private static string WithoutOffset(string text) =>
        text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is var close and > 0
            ? text[(close + 1)..].TrimStart()
            : text;

    // "Pacific Time (US & Canada)" -> "Pacific Time": a published table keeps the parenthesis in another cell.
    private static string WithoutTrailer(string text) =>
        text.EndsWith(')') && text.LastIndexOf('(') is var open and > 0 ? text[..open].TrimEnd() : text;

    private static FrozenDictionary<string, string> Build()
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in TimeZoneTable.Rows)
            known.Add(row.WindowsId, row.IanaId);
        foreach (var row in TimeZoneTable.Rows)
        {
            var text = WithoutOffset(row.Label);
            known.TryAdd(text, row.IanaId);
            known.TryAdd(WithoutTrailer(text), row.IanaId);
        }

        foreach (var (text, id) in OlderLabels)
            known.TryAdd(text, id);
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids)
            known.TryAdd(id, id);
        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
