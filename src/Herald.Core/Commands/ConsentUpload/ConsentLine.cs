using Herald.Core.Deliveries;

namespace Herald.Core.Commands.ConsentUpload;

/// <summary>A good line of an uploaded list of consents.</summary>
/// <param name="Channels">Both when the line names none.</param>
public sealed record ConsentLine(string Number, IReadOnlyList<Channel> Channels, bool OptedOut);
