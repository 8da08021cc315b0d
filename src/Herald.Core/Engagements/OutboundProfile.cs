using Herald.Core.Deliveries;

namespace Herald.Core.Engagements;

/// <summary>The trunk or SMS account attempts leave by.</summary>
/// <param name="Transport">Key into <c>Herald:Channels:&lt;key&gt;</c>; null = nothing is attempted.</param>
/// <param name="Rate">Calls or message segments per second over all processes; null = none.</param>
/// <param name="Receipts">False: an acknowledged message counts as Delivered.</param>
/// <param name="InboundAgent">Agent that takes calls to this profile's numbers; null = they are refused.</param>
public sealed record OutboundProfile(Guid Id, Channel Channel, string? Transport, int? Rate, bool Receipts, string? InboundAgent = null);
