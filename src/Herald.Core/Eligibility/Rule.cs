using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>One thing that may forbid an attempt. Pure: the same question at the same instant has the same answer.</summary>
internal abstract class Rule
{
    /// <summary>As shown in a trace.</summary>
    public abstract string Name { get; }

    /// <summary>A NotBefore is always after <paramref name="at"/>.</summary>
    public abstract Verdict Ask(Question question, Instant at);

    /// <summary>What the rule looked at; asked for by traces only, so it may allocate.</summary>
    public abstract string Inputs(Question question, Instant at);
}
