using Herald.Core.Engagements;

namespace Herald.Core.Pacing;

/// <summary>When failures of the agent suspend an engagement.</summary>
public static class BotFailures
{
    /// <summary>The newest answered calls that count. Older ones say nothing of the agent as it is, and a count stays cheap.</summary>
    public const int Newest = 1_000;

    /// <summary>A share is taken of at least so many calls: the first failure of a new day is not 100 %.</summary>
    public const int LeastCalls = 100;

    public const int DefaultPercent = 1;

    /// <param name="percent">msdyn_bot_failure_treatment_rate_threshold, 0..100; null = 1. At 0 the first failure suspends.</param>
    /// <param name="calls">Answered calls since the engagement was last resumed or changed, at most <see cref="Newest"/>.</param>
    /// <param name="failures">Those of them that ended BotFailed.</param>
    public static bool Suspend(BotFailureTreatment treatment, int? percent, int calls, int failures) => treatment switch
    {
        BotFailureTreatment.Suspend => failures > 0,
        BotFailureTreatment.Threshold => failures > 0 && failures * 100L >= (percent ?? DefaultPercent) * (long)Math.Max(calls, LeastCalls),
        _ => false,
    };
}
