using Herald.Core.Deliveries;

namespace Herald.Core.Outcomes;

/// <summary>What a wire answer means, before the channel adds its times and ids.</summary>
/// <param name="ReasonCode">Machine code, ≤ 50 characters.</param>
/// <param name="Reason">A sentence a supervisor understands, ≤ 500 characters.</param>
/// <param name="Declined">The person pressed reject (603, 607).</param>
public sealed record OutcomeParts(DeliveryResult Result, Blame Blame, string ReasonCode, string Reason, bool Declined = false);
