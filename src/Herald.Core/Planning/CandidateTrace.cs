using Herald.Core.Eligibility;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>What every rule says of one number now.</summary>
/// <param name="Rules">All rules, in order of precedence.</param>
public sealed record CandidateTrace(Candidate Candidate, IReadOnlyList<Trace> Rules)
{
    internal static CandidateTrace Of(Question question, Instant at) =>
        new(question.Candidate, [.. Eligibility.Rules.All.Select(rule =>
            new Trace(rule.Name, Eligibility.Rules.Ask(rule, question, at), rule.Inputs(question, at)))]);
}
