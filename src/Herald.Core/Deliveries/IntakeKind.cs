namespace Herald.Core.Deliveries;

/// <summary>By which door a task came. The numbers are stored.</summary>
public enum IntakeKind
{
    Api = 0,
    Bulk = 1,
    File = 2,

    /// <summary>CCaaS_CreateProactiveVoiceDelivery / …SMSDelivery: no reattempts, no limits, no custom priority (documented).</summary>
    FirstGeneration = 3,

    /// <summary>The SMS task of an exhausted voice task.</summary>
    Fallback = 4,
}
