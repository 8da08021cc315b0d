using System.Globalization;

namespace Herald.Audit;

/// <summary>A report as plain lines: one a violation, then one of totals.</summary>
public static class AuditText
{
    public static void Write(AuditReport report, TextWriter output)
    {
        foreach (var found in report.Violations)
        {
            var of = string.Join(", ", new[] { Of("task", found.TaskId), Of("delivery", found.DeliveryId), Of("line", found.LogId) }.Where(text => text is not null));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Rule,-13} {found.At}  {found.Detail}{(of.Length > 0 ? $" ({of})" : "")}"));
        }

        if (report.ViolationCount > report.Violations.Count)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {report.ViolationCount - report.Violations.Count} more"));
        foreach (var (why, count) in report.NotJudged)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"not judged: {count}, {why}"));
        var rules = string.Join(", ", report.ByRule.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Key} {rule.Value}")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Attempts} attempts in {report.Lines} lines, {report.ViolationCount} violations{(rules.Length > 0 ? $": {rules}" : "")}"));
    }

    private static string? Of<T>(string name, T? value)
        where T : struct, IFormattable => value is { } known ? $"{name} {known.ToString(null, CultureInfo.InvariantCulture)}" : null;
}
