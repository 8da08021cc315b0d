using NodaTime;

namespace Herald.Store.Inbound;

/// <summary>One part of a message in parts, without its user data header.</summary>
/// <param name="AccountId">Whose binds it came by: references are told apart by account, sender and recipient.</param>
/// <param name="Wide">A reference of 16 bits.</param>
/// <param name="Number">From 1.</param>
public sealed record KeptPart(Guid AccountId, string From, string To, bool Wide, int Reference, int Total, int Number, int DataCoding, byte[] Content, Instant At);
