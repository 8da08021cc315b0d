using Herald.Dispatch;
using Herald.Server.Actions.Bodies;
using Herald.Server.Hosting;

namespace Herald.Server.Actions.Creating;

/// <summary>What the creating actions share.</summary>
internal sealed record CreateParts(DispatchEngine Engine, LargeBodies Large, Telemetry Telemetry, HeraldOptions Options, TimeProvider Time);
