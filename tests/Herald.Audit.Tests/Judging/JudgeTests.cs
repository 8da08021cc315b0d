using Herald.Audit.Judging;
using Herald.Audit.Log;
using Herald.Audit.Settings;

namespace Herald.Audit.Tests.Judging;

public sealed class JudgeTests
{
    private static readonly Guid Task = Any.Id();
    private readonly Findings findings = new(10);

    [Fact]
    public void Two_live_attempts_of_one_task_show()
    {
        var judge = new Judge(new SettingsHistory(), new ConsentHistory(), findings, 0);
        judge.Take(LineOf(1, LineKind.Start));
        judge.Take(LineOf(2, LineKind.End));
        judge.Take(LineOf(3, LineKind.Start));
        findings.Report(0, 0).ViolationCount.ShouldBe(0);

        judge.Take(LineOf(4, LineKind.Start));

        findings.Report(0, 0).Violations.ShouldHaveSingleItem().Rule.ShouldBe("two_live");
    }

    [Fact]
    public void An_attempt_after_the_end_of_its_task_shows()
    {
        var breaches = new List<Breach>();
        var request = new Request(0, 0, 100, new Contact(["+14255550100", null, null], null, null, null, null, new Dictionary<string, string>()), [(0, long.MaxValue)]);

        RequestRules.Judge(LineOf(100, LineKind.Start), request, 0, breaches);
        breaches.ShouldBeEmpty();
        RequestRules.Judge(LineOf(101, LineKind.Start), request, 0, breaches);

        breaches.ShouldHaveSingleItem().Rule.ShouldBe("after_end");
    }

    private static Line LineOf(long at, LineKind kind) =>
        new(at, kind, at, Any.Id(), Task, Any.Engagement, 0, 1, 1, 0, 0, "+14255550100") { Counts = true };
}
