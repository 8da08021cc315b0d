using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Herald.Server.Grains;

internal sealed class EngagementPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(EngagementPlaces.Preferred(target.GrainIdentity.GetGuidKey(), context.GetCompatibleSilos(target)));
}
