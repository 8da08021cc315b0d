using Herald.Dispatch.Channels;

namespace Herald.Server.Grains;

/// <summary>A configured channel before the process has its services.</summary>
internal sealed record ChannelMaker(string Name, Func<ILoggerFactory, IChannel> Make);
