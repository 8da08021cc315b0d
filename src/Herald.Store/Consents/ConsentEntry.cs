using Herald.Core.Deliveries;

namespace Herald.Store.Consents;

/// <summary>What a number allows on a channel.</summary>
public sealed record ConsentEntry(Channel Channel, string Number, bool OptedOut);
