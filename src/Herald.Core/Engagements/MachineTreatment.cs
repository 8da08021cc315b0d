using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>Answering machines of an engagement.</summary>
/// <param name="Action">Null = nothing configured against them: the agent speaks as to a person, after the beep.</param>
/// <param name="Message">What is left, with template tokens; without one nothing can be left and the call is ended.</param>
/// <param name="DetectionTime">Longest time for a verdict, 1..7 s; null = the channel's own.</param>
public sealed record MachineTreatment(MachineAction? Action, string? Message, Duration? DetectionTime)
{
    public static readonly MachineTreatment None = new(null, null, null);

    /// <summary>Whether a message is left on this attempt.</summary>
    /// <param name="isLast">The task ends when this attempt reaches a machine.</param>
    public bool LeavesMessage(bool isLast) =>
        !string.IsNullOrWhiteSpace(Message) && (Action == MachineAction.LeaveMessage || (Action == MachineAction.LeaveMessageOnLastAttempt && isLast));
}
