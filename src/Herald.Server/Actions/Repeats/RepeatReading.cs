using Herald.Dispatch.Intake;

namespace Herald.Server.Actions.Repeats;

/// <summary>Neither: the request is an ordinary one.</summary>
internal readonly record struct RepeatReading(RepeatRequest? Request, RepeatRefusal? Refusal)
{
    public static readonly RepeatReading None;
}
