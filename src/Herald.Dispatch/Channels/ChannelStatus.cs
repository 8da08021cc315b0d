namespace Herald.Dispatch.Channels;

/// <summary>For /health and the console.</summary>
/// <param name="Detail">A sentence, e.g. why it is down; no numbers or texts of people.</param>
public sealed record ChannelStatus(string Name, string Type, bool Up, int Busy, int FreeSlots, bool Simulated, string? Detail = null);
