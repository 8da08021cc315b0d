using Herald.Core.Engagements;
using Herald.Core.Pacing;
using Herald.Store;
using Herald.Store.Settings;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Dispatch.Attempts;

/// <summary>Suspends an engagement whose agent fails, as its treatment says. Counted from the store: every process and every restart sees the same.</summary>
internal sealed partial class BotFailureWatch(IHeraldStore store, ILogger<BotFailureWatch> log)
{
    /// <summary>Called after a failure became durable, and now and then: a process may die between the two.</summary>
    public async Task LookAsync(Engagement? engagement, Instant now, CancellationToken ct)
    {
        if (engagement is not { BotFailures: not BotFailureTreatment.None })
            return;
        var count = await store.Facts.CountAgentCallsAsync(engagement.Id, BotFailures.Newest, ct);
        if (!BotFailures.Suspend(engagement.BotFailures, engagement.BotFailurePercent, count.Calls, count.Failures)
            || await store.Facts.IsSuspendedAsync(engagement.Id, ct))
            return;
        await store.Settings.SetSuspendedAsync(engagement.Id, true, SuspensionType.BotFailure, null, now, ct);
        Suspended(engagement.Id, count.Failures, count.Calls);
    }

    [LoggerMessage(1221, LogLevel.Warning, "Engagement {EngagementId} is suspended: its agent failed on {Failures} of {Calls} answered calls")]
    private partial void Suspended(Guid engagementId, int failures, int calls);
}
