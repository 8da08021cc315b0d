using System.Collections.Concurrent;
using Herald.Dispatch.Intake;
using NodaTime;

namespace Herald.Server.Grains;

/// <summary>Wakes drivers of other processes: one message an engagement and round, whatever the number of accepted requests.</summary>
internal sealed partial class GrainWaker(IGrainFactory grains, TimeProvider time, ILogger<GrainWaker> log) : BackgroundService, IEngagementWaker
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<Guid, Instant> due = new();
    private readonly SemaphoreSlim some = new(0, 1);

    public void Wake(Guid engagementId, Instant at)
    {
        due.AddOrUpdate(engagementId, at, (_, earlier) => Instant.Min(earlier, at));
        try
        {
            if (some.CurrentCount == 0)
                some.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another caller was faster: the round is on its way.
        }
    }

    public override void Dispose()
    {
        some.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await some.WaitAsync(stoppingToken);
            foreach (var engagement in due.Keys)
                if (due.TryRemove(engagement, out var at))
                    await WakeAsync(engagement, at);
            await Task.Delay(Round, time, stoppingToken);
        }
    }

    private async Task WakeAsync(Guid engagement, Instant at)
    {
        try
        {
            await grains.GetGrain<IEngagementGrain>(engagement).WakeAsync(at.ToUnixTimeMilliseconds());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The keeper's look, within a second, finds the row as well.
            NotReached(engagement, e.Message);
        }
    }

    [LoggerMessage(2111, LogLevel.Debug, "Engagement {EngagementId} was not woken: {Why}")]
    private partial void NotReached(Guid engagementId, string why);
}
