using Herald.Sip.Messages;

namespace Herald.Sip.Transports;

/// <summary>A message as it came: over streams <see cref="Stream"/> is the connection an answer goes back on.</summary>
internal sealed record Inbound(ParseResult Parsed, Hop From, StreamConnection? Stream);
