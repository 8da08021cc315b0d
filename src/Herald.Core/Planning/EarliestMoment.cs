using Herald.Core.Deliveries;
using Herald.Core.Eligibility;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>When a candidate may be attempted: all rules are asked, the latest NotBefore is taken and all are asked again there, until all agree.</summary>
internal static class EarliestMoment
{
    // Rules that never agree (open only Mondays, open only Tuesdays) under a window of a century end here: wait, and look again there.
    private const int MostSteps = 200;

    /// <summary>An Attempt, a Wait or the reason why never.</summary>
    public static (NextStep? Step, string Never) Of(Question question, Instant now)
    {
        var at = now;
        var pushed = "";
        for (var step = 0; step < MostSteps; step++)
        {
            var binding = AskAll(question, at);
            if (binding.Kind == VerdictKind.Never)
                return (null, binding.Reason == ReasonCode.Window && pushed.Length > 0 ? pushed : binding.Reason);
            if (binding.Kind == VerdictKind.Ok)
            {
                return at > now
                    ? (Wait(question, at, pushed), "")
                    : (new NextStep.Attempt(question.Candidate, WindowRule.Nearest(question.Windows, at), binding.At), "");
            }

            // A window that opens later is the plain case; what else pushed is what a change of settings may lift.
            if (binding.Reason != ReasonCode.Window)
                pushed = binding.Reason;
            at = binding.At;
        }

        return (Wait(question, at, pushed), "");
    }

    private static NextStep.Wait Wait(Question question, Instant until, string pushed) =>
        new(question.Candidate, WindowRule.Nearest(question.Windows, until), until, pushed.Length > 0 ? pushed : ReasonCode.Window);

    private static Verdict AskAll(Question question, Instant at)
    {
        var binding = Verdict.Always;
        foreach (var rule in Rules.All)
        {
            var verdict = Rules.Ask(rule, question, at);
            if (verdict.Kind == VerdictKind.Never)
                return verdict;
            binding = Stricter.Of(binding, verdict);
        }

        return binding;
    }
}
