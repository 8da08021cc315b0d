using Herald.Audit.Log;
using Herald.Audit.Rules;
using Herald.Audit.Settings;

namespace Herald.Audit.Judging;

/// <summary>Takes the log line by line and judges every start by what was in force then.</summary>
internal sealed class Judge
{
    private const int LiveAnswer = 1;
    private const int CallEnded = 7;
    private static readonly Scope[] Scopes = [Scope.Person, Scope.Number, Scope.Task];
    private static readonly List<string> NoSubjects = [];

    private readonly RulesByTime rules;
    private readonly ConsentHistory consents;
    private readonly Findings findings;
    private readonly long grace;
    private readonly Ledger ledger;
    private readonly Dictionary<string, long> talks = [];
    private readonly NumberPauses numbers = new();
    private readonly Dictionary<Guid, LiveAttempt> live = [];
    private readonly Dictionary<Guid, Line> givenBack = [];
    private readonly SettingRules settingRules;
    private readonly List<Breach> breaches = [];
    private readonly List<Breach> found = [];

    public Judge(SettingsHistory settings, ConsentHistory consents, Findings findings, long grace)
    {
        (rules, this.consents, this.findings, this.grace) = (new RulesByTime(settings), consents, findings, grace);
        ledger = new Ledger(settings.CountedScopes());
        settingRules = new SettingRules(ledger, talks, numbers, findings);
    }

    public long Lines { get; private set; }

    public long Attempts { get; private set; }

    /// <summary>Starts that count for no limit although no line says that nothing had left.</summary>
    public IReadOnlyCollection<Line> GivenBackUnsaid => givenBack.Values;

    public void Take(Line line)
    {
        Lines++;
        if (line.Broken)
            findings.Add("hash", line, "this line or the one before it was changed or taken out");
        switch (line.Kind)
        {
            case LineKind.Start:
                Start(line);
                break;
            case LineKind.NotSent:
                GiveBack(line);
                break;
            case LineKind.End:
                End(line);
                break;
        }
    }

    private void Start(Line line)
    {
        Attempts++;
        if (live.TryGetValue(line.Task, out var other))
            findings.Add("two_live", line, $"delivery {other.Start.Delivery} of the same task had started and not ended");
        if (!line.Counts)
            givenBack[line.Delivery] = line;
        var now = rules.At(line.Engagement, line.At);
        if (line.Request is { } request)
            JudgeStart(line, request, now);
        else
            findings.NotJudged("the task is pruned");
        var subjects = line.Request is null || now.Presets.Count == 0 ? NoSubjects : now.Presets.Select(use => use.Key(line)).Distinct().ToList();
        live[line.Task] = new LiveAttempt(line, subjects);
        foreach (var scope in Scopes)
        {
            if (ledger.Keeps(scope))
                ledger.Add(Ledger.Key(scope, line), line);
        }

        foreach (var subject in subjects)
            ledger.Add(Ledger.Key(Scope.Subject, subject), line);
    }

    private void JudgeStart(Line line, Request request, EngagementRules now)
    {
        breaches.Clear();
        RequestRules.Judge(line, request, grace, breaches);
        if (consents.IsOptedOut(line.Number, line.Channel, line.At) && consents.IsOptedOut(line.Number, line.Channel, line.At - grace))
            breaches.Add(new Breach("opted_out", "the number was opted out"));
        if (now.Unknown)
            findings.NotJudged("the settings are older than their history");
        else
            JudgeSettings(line, request, now);
        foreach (var breach in breaches)
            findings.Add(breach.Rule, line, breach.Detail);
    }

    private void JudgeSettings(Line line, Request request, EngagementRules now)
    {
        found.Clear();
        settingRules.Judge(line, request, now, found);
        if (found.Count == 0)
            return;
        foreach (var near in new[] { rules.At(line.Engagement, line.At - grace), rules.At(line.Engagement, line.At + grace) })
        {
            if (ReferenceEquals(near, now))
                continue;
            var also = new List<Breach>();
            if (!near.Unknown)
                settingRules.Judge(line, request, near, also);
            found.RemoveAll(breach => also.All(other => other.Rule != breach.Rule));
        }

        breaches.AddRange(found);
    }

    private void GiveBack(Line line)
    {
        if (!live.Remove(line.Task, out var attempt))
            return;
        var start = attempt.Start;
        if (start.Counts)
            findings.Add("counts", start, "nothing had left, and the start counts for limits all the same");
        givenBack.Remove(start.Delivery);
        foreach (var scope in Scopes)
            ledger.Remove(Ledger.Key(scope, start), start);
        foreach (var subject in attempt.Subjects)
            ledger.Remove(Ledger.Key(Scope.Subject, subject), start);
    }

    private void End(Line line)
    {
        if (!live.Remove(line.Task, out var attempt) || attempt.Subjects.Count == 0)
            return;
        numbers.Note(line);
        if (line.Result is not (LiveAnswer or CallEnded))
            return;
        foreach (var subject in attempt.Subjects)
            talks[subject] = line.At;
    }
}
