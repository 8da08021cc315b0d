namespace Herald.Core.Outcomes;

/// <summary>What the answer to a submitted message means.</summary>
public abstract record SubmitAnswer
{
    private SubmitAnswer()
    {
    }

    /// <summary>Taken: wait for the receipt (or count it Delivered when the profile has none).</summary>
    public sealed record Sent : SubmitAnswer;

    /// <summary>Proof that nothing left: the reservation is given back and the delivery waits.</summary>
    /// <param name="Throttled">The provider asks for less; else the bind cannot be used.</param>
    public sealed record NotSent(bool Throttled, string Reason) : SubmitAnswer;

    /// <summary>Refused for good.</summary>
    public sealed record Refused(OutcomeParts Outcome) : SubmitAnswer;
}
