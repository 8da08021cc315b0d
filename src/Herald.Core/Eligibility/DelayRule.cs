using System.Globalization;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>The configured pause after the attempt before: between numbers, contacts or loops.</summary>
internal sealed class DelayRule : Rule
{
    public override string Name => ReasonCode.Delay;

    public override Verdict Ask(Question question, Instant at) =>
        at < question.NotBefore ? Verdict.NotBefore(question.NotBefore, ReasonCode.Delay) : Verdict.Always;

    public override string Inputs(Question question, Instant at) =>
        question.NotBefore == Instant.MinValue ? "none" : string.Create(CultureInfo.InvariantCulture, $"until {question.NotBefore}");
}
