using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>All rules in order of precedence: of two that say Never, the first gives the reason.</summary>
internal static class Rules
{
    /// <summary>Nothing starts so shortly before a close: the first packet must not leave after it.</summary>
    public static readonly Duration Guard = Duration.FromSeconds(2);

    public static readonly Rule[] All =
    [
        new ConfigurationRule(),
        new PolicyRule(),
        new ConsentRule(),
        new WindowRule(),
        new DelayRule(),
        new QueueHoursRule(),
        new QuietHoursRule(),
        new LimitRule(),
        new PresetHoursRule(),
        new PresetLimitRule(),
    ];

    /// <summary>The rule's answer with the guard: an Ok that ends within 2 s counts as ended.</summary>
    public static Verdict Ask(Rule rule, Question question, Instant at)
    {
        var verdict = rule.Ask(question, at);
        if (verdict.Kind != VerdictKind.Ok || verdict.At - at >= Guard)
            return Forward(verdict, at);
        var after = rule.Ask(question, verdict.At);
        return after.Kind == VerdictKind.Ok
            ? Verdict.NotBefore(verdict.At, rule.Name, verdict.Decider)
            : Forward(after, at);
    }

    // A NotBefore that does not move would loop or, worse, pass for Ok.
    private static Verdict Forward(Verdict verdict, Instant at) =>
        verdict.Kind == VerdictKind.NotBefore && verdict.At <= at
            ? verdict with { At = at + Duration.FromMilliseconds(1) }
            : verdict;
}
