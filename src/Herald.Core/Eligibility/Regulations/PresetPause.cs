namespace Herald.Core.Eligibility.Regulations;

/// <summary>No contact for a while after something happened.</summary>
/// <param name="Hours">Length; in <paramref name="WholeDays"/> form 24 per day, the day of the event being day 1 and the end a local midnight.</param>
public sealed record PresetPause(PauseAfter After, int Hours, bool WholeDays = false)
{
    /// <summary>Whether the event is one of a person's subject; else of a number.</summary>
    internal bool OfSubject => After is PauseAfter.Talk or PauseAfter.Refusal;
}
