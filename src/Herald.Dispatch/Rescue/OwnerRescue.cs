using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Dispatch.Attempts;
using Herald.Store;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Herald.Dispatch.Rescue;

/// <summary>Started rows of dead processes end Unknown: a person may have been reached, so nobody is called again on a guess.</summary>
internal sealed partial class OwnerRescue(IHeraldStore store, ILiveness liveness, AttemptBook attempts, Guid me, ILogger<OwnerRescue> log)
{
    private const int Step = 500;

    public async Task<int> RunOnceAsync(Instant now, CancellationToken ct)
    {
        var others = (await store.Queue.OwnersAsync(ct)).Where(owner => owner != me).ToList();
        if (others.Count == 0)
            return 0;
        var rescued = 0;
        foreach (var owner in await liveness.DeadAsync(others, ct))
        {
            while (await store.Queue.ReadStartedByAsync(owner, Step, ct) is { Count: > 0 } rows)
            {
                await Task.WhenAll(rows.Select(row => attempts.FinishRowAsync(row, owner, Lost(now)))).WaitAsync(ct);
                rescued += rows.Count;
            }

            OwnerWasDead(owner, rescued);
        }

        return rescued;
    }

    private static AttemptOutcome Lost(Instant now) => new()
    {
        Result = DeliveryResult.Unknown,
        EndedAt = now,
        ReasonCode = ReasonCode.OwnerLost,
        Reason = ReasonSentences.WhenEnded(ReasonCode.OwnerLost),
    };

    [LoggerMessage(1401, LogLevel.Warning, "Process {Owner} is dead; {Count} attempts of dead processes are recorded as Unknown")]
    private partial void OwnerWasDead(Guid owner, int count);
}
