namespace Herald.Sip;

/// <summary>What call progress analysis heard.</summary>
public enum ProgressKind
{
    /// <summary>A short greeting, then silence.</summary>
    Person,

    /// <summary>A long greeting.</summary>
    Machine,

    /// <summary>The machine's beep, or the silence that stands for it: now it records.</summary>
    Beep,

    /// <summary>CNG 1,100 Hz or CED 2,100 Hz.</summary>
    Fax,

    /// <summary>Special information tones: the number does not work.</summary>
    Sit,

    /// <summary>Busy or congestion cadence, before or after the answer.</summary>
    Busy,

    /// <summary>Nothing was heard.</summary>
    Silence,

    /// <summary>The limit passed without a verdict.</summary>
    Undecided,
}
