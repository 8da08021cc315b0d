using Herald.Dispatch.Channels;

namespace Herald.Dispatch;

/// <summary>For /health.</summary>
/// <param name="Running">Picks run; false before the start and from the stop on.</param>
/// <param name="InFlight">Attempts of this process whose end is not durable yet.</param>
public sealed record EngineStatus(bool Running, Guid Instance, int Engagements, int InFlight, IReadOnlyList<ChannelStatus> Channels);
