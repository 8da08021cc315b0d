using Herald.Audit.Log;
using NodaTime;

namespace Herald.Audit;

/// <summary>Collects what was found, bounded.</summary>
internal sealed class Findings(int most)
{
    private readonly List<Violation> violations = [];
    private readonly SortedDictionary<string, long> byRule = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> notJudged = new(StringComparer.Ordinal);
    private long count;

    public void Add(string rule, Line line, string detail) =>
        Add(new Violation(rule, Instant.FromUnixTimeMilliseconds(line.At), line.Task, line.Delivery, line.Id, detail));

    public void Add(Violation violation)
    {
        count++;
        byRule[violation.Rule] = byRule.GetValueOrDefault(violation.Rule) + 1;
        if (violations.Count < most)
            violations.Add(violation);
    }

    public void NotJudged(string why) => notJudged[why] = notJudged.GetValueOrDefault(why) + 1;

    public AuditReport Report(long lines, long attempts) => new(lines, attempts, count, violations, byRule, notJudged);
}
