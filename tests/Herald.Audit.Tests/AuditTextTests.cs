namespace Herald.Audit.Tests;

public sealed class AuditTextTests
{
    [Fact]
    public void It_names_rule_time_ids_and_totals()
    {
        var task = Guid.Parse("0193a000-0000-7000-8000-000000000001");
        var report = new AuditReport(5, 3, 2, [new Violation("window", Any.Noon, task, null, 7, "no window was open")], new Dictionary<string, long> { ["window"] = 2 }, new Dictionary<string, long> { ["the task is pruned"] = 1 });
        using var text = new StringWriter { NewLine = "\n" };

        AuditText.Write(report, text);

        text.ToString().ShouldBe("""
            window        2026-11-24T12:00:00Z  no window was open (task 0193a000-0000-7000-8000-000000000001, line 7)
            and 1 more
            not judged: 1, the task is pruned
            3 attempts in 5 lines, 2 violations: window 2

            """);
    }
}
