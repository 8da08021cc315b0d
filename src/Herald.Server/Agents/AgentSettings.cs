using Herald.Dispatch.Agents;

namespace Herald.Server.Agents;

/// <param name="Poll">How often the flow files are looked at again.</param>
internal sealed record AgentSettings(AgentBook Book, TimeSpan Poll);
