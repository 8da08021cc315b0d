using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Reporting;

/// <param name="Deliveries">In order of creation, the open one included.</param>
/// <param name="History">The started ones, as the planner sees them.</param>
public sealed record TaskView(
    DeliveryTask Task,
    DeliveryStatus Status,
    bool CustomerReached,
    bool FallbackAttempted,
    IReadOnlyList<DeliveryView> Deliveries,
    IReadOnlyList<PastAttempt> History);
