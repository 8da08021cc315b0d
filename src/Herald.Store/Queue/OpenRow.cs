using NodaTime;

namespace Herald.Store.Queue;

/// <summary>An open delivery in few words. The address is that of the task's first contact.</summary>
/// <param name="Contact">Index of the contact that is next.</param>
public sealed record OpenRow(Guid DeliveryId, Guid TaskId, Guid EngagementId, int Contact, Instant AcceptedAt, string? Country, string? State, string? PostalCode);
