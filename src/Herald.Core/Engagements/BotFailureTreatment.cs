namespace Herald.Core.Engagements;

/// <summary>What an engagement does when its agent fails on answered calls (msdyn_bot_failure_treatment_type, value minus 192360000).</summary>
public enum BotFailureTreatment
{
    None = 0,

    /// <summary>Suspend at the first failure.</summary>
    Suspend = 1,

    /// <summary>Suspend at a share of the answered calls.</summary>
    Threshold = 2,
}
