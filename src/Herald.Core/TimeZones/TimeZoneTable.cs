using System.Globalization;
using System.Reflection;

namespace Herald.Core.TimeZones;

/// <summary>The 133 zones of the product's list, in order of code.</summary>
public static class TimeZoneTable
{
    // Obsolete zone without an IANA twin: UTC-02:00, whose old daylight saving nobody observes.
    private const string MidAtlantic = "Etc/GMT+2";

    public static IReadOnlyList<TimeZoneRow> Rows { get; } = Load();

    private static TimeZoneRow[] Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("timezones.csv")
            ?? throw new InvalidOperationException("timezones.csv is not embedded");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n')
                .Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]))
                .Select(Row),
        ];
    }

    private static TimeZoneRow Row(string line)
    {
        var cells = Cells(line.TrimEnd('\r'));
        return new(
            int.Parse(cells[0], CultureInfo.InvariantCulture),
            cells[1],
            cells[2],
            cells[3].Length > 0 ? cells[3] : MidAtlantic);
    }

    // Labels with commas are quoted; no cell contains a quote.
    private static string[] Cells(string line)
    {
        var parts = line.Split('"');
        return parts.Length == 1
            ? line.Split(',')
            : [.. parts[0].TrimEnd(',').Split(','), parts[1], parts[2].TrimStart(',')];
    }
}
