using Herald.Dispatch;
using Herald.Store;
using Orleans.Runtime;

namespace Herald.Server.Grains;

/// <summary>Nothing activates a grain but a call: every process calls all engagements with open work at its start, when the membership changes and every second.</summary>
internal sealed partial class Keeper(
    IHeraldStore store, IGrainFactory grains, IClusterMembershipService membership, DispatchOptions options, TimeProvider time, ILogger<Keeper> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Calls every engagement with waiting or ready rows; returns how many.</summary>
    internal async Task<int> RunOnceAsync(CancellationToken ct)
    {
        var open = await store.Queue.OpenEngagementsAsync(ct);
        await Task.WhenAll(open.Select(engagement => LookAsync(engagement, ct)));
        return open.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(1, 1);
        var watching = WatchAsync(changed, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await changed.WaitAsync(options.Tick, stoppingToken);
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                RoundFailed(e.Message);
            }
        }

        await watching;
    }

    private async Task LookAsync(Guid engagement, CancellationToken ct)
    {
        try
        {
            await grains.GetGrain<IEngagementGrain>(engagement).LookAsync().WaitAsync(Patience, time, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Its process may just have died: the next round finds the next one.
            NotReached(engagement, e.Message);
        }
    }

    private async Task WatchAsync(SemaphoreSlim changed, CancellationToken ct)
    {
        try
        {
            await foreach (var _ in membership.MembershipUpdates.WithCancellation(ct))
                if (changed.CurrentCount == 0)
                    changed.Release();
        }
        catch (OperationCanceledException)
        {
            // The end of the process.
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "A round over the open engagements failed and comes again: {Why}")]
    private partial void RoundFailed(string why);

    [LoggerMessage(2102, LogLevel.Debug, "Engagement {EngagementId} was not reached: {Why}")]
    private partial void NotReached(Guid engagementId, string why);
}
