using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Implicit opt-in: only an opt-out of the number, on the task's channel, forbids.</summary>
internal sealed class ConsentRule : Rule
{
    public override string Name => ReasonCode.OptedOut;

    public override Verdict Ask(Question question, Instant at) =>
        question.Facts.OptedOut.Contains(question.Candidate.Number) ? Verdict.Never(ReasonCode.OptedOut) : Verdict.Always;

    public override string Inputs(Question question, Instant at) =>
        $"{question.Task.Channel} consent of {question.Candidate.Number}";
}
