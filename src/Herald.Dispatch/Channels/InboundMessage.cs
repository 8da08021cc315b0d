using NodaTime;

namespace Herald.Dispatch.Channels;

/// <param name="Transport">Name of the channel it came by: an answer goes back the same way.</param>
/// <param name="From">The person's number, E.164.</param>
/// <param name="To">Our number or sender name.</param>
/// <param name="SourceId">The carrier's name for it, where a message may come twice and has one.</param>
public sealed record InboundMessage(string Transport, string From, string To, string Text, Instant At, string? SourceId = null);
