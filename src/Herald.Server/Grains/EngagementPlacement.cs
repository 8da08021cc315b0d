using Orleans.Runtime;

namespace Herald.Server.Grains;

/// <summary>Engagements are spread over the processes by rendezvous hashing: each has one preferred process, and few move when one joins or leaves.</summary>
[Serializable]
[GenerateSerializer]
[Immutable]
internal sealed class EngagementPlacement : PlacementStrategy;
