namespace Herald.Core.Engagements;

/// <summary>msdyn_reattempt_rules: outcomes that call for another loop.</summary>
[Flags]
public enum ReattemptOn
{
    None = 0,
    NoAnswer = 1,
    Busy = 2,
    Failed = 4,
    AnsweringMachine = 8,
}
