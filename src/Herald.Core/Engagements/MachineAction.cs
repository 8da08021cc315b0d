namespace Herald.Core.Engagements;

/// <summary>What is done when an answering machine takes a call; msdyn_answering_machine_action_type, value minus 100000200.</summary>
public enum MachineAction
{
    HangUp = 0,
    LeaveMessage = 1,

    /// <summary>A message when the task ends with this attempt, else hang up.</summary>
    LeaveMessageOnLastAttempt = 2,
}
