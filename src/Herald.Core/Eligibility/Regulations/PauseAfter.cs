namespace Herald.Core.Eligibility.Regulations;

/// <summary>What a pause counts from.</summary>
public enum PauseAfter
{
    /// <summary>A conversation with the person on the subject.</summary>
    Talk,

    /// <summary>A call to the number was answered and abandoned.</summary>
    Abandonment,
}
