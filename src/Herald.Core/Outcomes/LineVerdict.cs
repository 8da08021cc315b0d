namespace Herald.Core.Outcomes;

/// <summary>Who or what call progress analysis heard on a line.</summary>
public enum LineVerdict
{
    /// <summary>The call ended before a verdict, or nobody listened.</summary>
    None = 0,

    /// <summary>A short greeting: a person spoke.</summary>
    Person = 1,
    Machine = 2,
    Fax = 3,

    /// <summary>The three rising tones of an announcement (SIT): the number does not work.</summary>
    SpecialTones = 4,
    BusyTone = 5,

    /// <summary>Answered, and nothing was heard.</summary>
    Silence = 6,

    /// <summary>Something was heard, but not what.</summary>
    Undecided = 7,
}
