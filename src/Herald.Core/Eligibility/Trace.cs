using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>One line of a decision trace: a rule, what it was given and what it said.</summary>
/// <param name="Rule">Name of the rule, e.g. <c>quiet_hours</c>.</param>
/// <param name="Inputs">What it looked at, for a supervisor's eyes; contains no names or texts, numbers only where the rule is about the number.</param>
public sealed record Trace(string Rule, Verdict Verdict, string Inputs)
{
    /// <summary>The next instant at which this verdict can change by itself; null = not without a change of settings, consent or policies.</summary>
    public Instant? ChangesAt => Verdict.Kind != VerdictKind.Never && Verdict.At < Instant.MaxValue ? Verdict.At : null;
}
