namespace Herald.Sip;

/// <summary>A trunk as it stands.</summary>
/// <param name="Name">From its options.</param>
/// <param name="Up">Takes calls: answers probes, and is registered where it must be.</param>
/// <param name="Detail">Why not, for people; empty while up.</param>
public sealed record TrunkState(string Name, bool Up, string Detail);
