using Herald.Core.Commands;
using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Server.Actions.Creating;

/// <summary>A reader of Core/Commands: body → task, or all faults. Asynchronous for the one that looks a contact row up.</summary>
internal delegate ValueTask<Reading<DeliveryTask>> ReadTask(ReadOnlyMemory<byte> body, FindEngagement find, Instant now, CancellationToken ct);
