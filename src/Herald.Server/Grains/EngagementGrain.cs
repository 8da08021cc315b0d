using Herald.Dispatch;
using NodaTime;

namespace Herald.Server.Grains;

/// <summary>Says where an engagement's driver runs; decides nothing. Two activations for a moment waste reads: every start is conditional in the store.</summary>
[EngagementPlacement]
internal sealed class EngagementGrain(DispatchEngine engine, EngagementPlaces places) : Grain, IEngagementGrain
{
    // A view of the membership may lag: only a place that stays wrong for some looks is left.
    private const int Patience = 3;
    private int misplaced;

    public Task WakeAsync(long due)
    {
        Run()?.Wake(Instant.FromUnixTimeMilliseconds(due));
        return Task.CompletedTask;
    }

    public Task LookAsync()
    {
        Run()?.LookAround();
        misplaced = places.IsHere(this.GetPrimaryKey()) ? 0 : misplaced + 1;
        if (misplaced >= Patience)
            DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => engine.LeaveAsync(this.GetPrimaryKey());

    private Dispatch.Dispatching.EngagementLoop? Run()
    {
        var loop = engine.Run(this.GetPrimaryKey());
        if (loop is null)
            DeactivateOnIdle();
        return loop;
    }
}
