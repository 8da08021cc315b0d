namespace Herald.Core.Engagements;

/// <summary>msdyn_dialmode_type, value minus 100000000. An SMS engagement counts as Copilot.</summary>
public enum DialMode
{
    Copilot = 0,
    Progressive = 1,
    Preview = 2,
    Predictive = 3,
}
