using System.Globalization;
using System.Text;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Tests.Eligibility.Regulations;

/// <summary>The table of presets in docs/rules.md is printed from the data; set HERALD_WRITE_DOCS=1 to write it.</summary>
public sealed class PresetTableTests
{
    private const string Begin = "<!-- presets: printed by a test -->\n";
    private const string End = "<!-- end of presets -->";

    [Fact]
    public void The_documented_table_is_the_data()
    {
        var path = Path.Combine(Root(), "docs", "rules.md");
        var text = File.ReadAllText(path);
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("HERALD_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + Table() + text[to..]);
        else
            text[from..to].ShouldBe(Table());
    }

    private static string Table()
    {
        var table = new StringBuilder("| preset | rule | from | what | verified |\n|---|---|---|---|---|\n");
        foreach (var preset in PresetCatalogue.All)
        {
            foreach (var clause in preset.Clauses)
                table.Append(CultureInfo.InvariantCulture, $"| {preset.Name} | {clause.Citation} | {clause.From?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "not known"} | {What(clause)} | {(clause.Verified ? "yes" : "no")} |\n");
        }

        return table.ToString();
    }

    private static string What(PresetClause clause) => string.Join("; ", new[]
    {
        string.Join(", ", clause.Hours.Select(Hours)),
        clause.ClosedDates.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"closed on {clause.ClosedDates.Count} listed dates") : "",
        clause.Cap is { } cap ? string.Create(CultureInfo.InvariantCulture, $"at most {cap.Most} starts in {cap.Period.TotalDays} × 24 h") : "",
        clause.Pause is { } pause ? string.Create(CultureInfo.InvariantCulture, $"no contact for {pause.Hours} h after {After(pause.After)}{(pause.WholeDays ? ", its day the first" : "")}") : "",
    }.Where(part => part.Length > 0));

    private static string After(PauseAfter after) => after switch
    {
        PauseAfter.Talk => "a conversation",
        PauseAfter.Abandonment => "an abandoned call",
        PauseAfter.Machine => "a machine answered",
        _ => "a refusal",
    };

    private static string Hours(WeeklyHours hours)
    {
        var days = hours.Days.Count == 1 ? Day(hours.Days[0]) : $"{Day(hours.Days[0])}–{Day(hours.Days[^1])}";
        return string.Create(CultureInfo.InvariantCulture, $"{days} {hours.Start:HH:mm}–{hours.End:HH:mm}");
    }

    private static string Day(IsoDayOfWeek day) => day.ToString()[..3];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Herald.slnx")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
