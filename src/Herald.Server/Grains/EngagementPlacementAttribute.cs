using Orleans.Placement;

namespace Herald.Server.Grains;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class EngagementPlacementAttribute() : PlacementAttribute(new EngagementPlacement());
