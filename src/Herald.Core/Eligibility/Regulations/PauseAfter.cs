namespace Herald.Core.Eligibility.Regulations;

/// <summary>What a pause counts from.</summary>
public enum PauseAfter
{
    /// <summary>A conversation with the person on the subject.</summary>
    Talk,

    /// <summary>A call to the number was answered and abandoned.</summary>
    Abandonment,

    /// <summary>Answering machine detection said "machine" on the number.</summary>
    Machine,

    /// <summary>The person refused (<see cref="Refusals"/>), on the subject.</summary>
    Refusal,
}
