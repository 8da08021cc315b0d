namespace Herald.Core.Outcomes;

/// <summary>Whose doing an outcome is; whether to try again is the planner's matter.</summary>
public enum Blame
{
    /// <summary>The person, or their phone: busy, declined, not answering, no such number.</summary>
    Customer = 0,

    /// <summary>The trunk, the SMS provider or a network behind them.</summary>
    Carrier = 1,

    /// <summary>This installation: credentials, codecs, message format, a stop.</summary>
    Us = 2,
}
