using NodaTime;

namespace Herald.Dispatch.Channels;

/// <param name="Transport">Name of the channel it came by: an answer goes back the same way.</param>
/// <param name="From">The person's number, E.164.</param>
/// <param name="To">Our number or sender name.</param>
public sealed record InboundMessage(string Transport, string From, string To, string Text, Instant At);
