using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>What all calls of a channel share.</summary>
internal sealed record CallParts(
    VoiceChannelOptions Options, AgentTalk Talk, Voices Voices, Recordings Recordings, VoiceMeter Meter, TimeProvider Time, ILogger<OutboundCall> Log);
