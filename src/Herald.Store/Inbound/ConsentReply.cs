using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Store.Inbound;

/// <param name="Confirmation">Owed when the consent changes.</param>
public sealed record ConsentReply(Channel Channel, string Number, bool OptedOut, Instant At, NewAnswer Confirmation);
