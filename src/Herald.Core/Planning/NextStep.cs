using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>The planner's whole answer for a task.</summary>
public abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>May start now.</summary>
    /// <param name="Window">The window it starts in.</param>
    /// <param name="ClosesAt">End of the legal moment: the earliest of window end, quiet hours, presets, queue hours. An SMS's validity ends here.</param>
    public sealed record Attempt(Candidate Candidate, Window Window, Instant ClosesAt) : NextStep;

    /// <summary>Look again at <paramref name="Until"/>, not sooner. Candidate and window are provisional.</summary>
    /// <param name="Reason">A <see cref="ReasonCode"/>.</param>
    public sealed record Wait(Candidate Candidate, Window Window, Instant Until, string Reason) : NextStep;

    /// <summary>The task ends.</summary>
    /// <param name="Status">Of the task: Complete when a person was or may have been reached or every number of every loop was tried; else by the reason. A delivery of it that was never started ends with <see cref="Endings.StatusOf"/> of the reason.</param>
    /// <param name="Reason">A <see cref="ReasonCode"/>; empty when the last attempt says it all.</param>
    /// <param name="CustomerReached">A person was reached.</param>
    /// <param name="Fallback">Loops are exhausted and the engagement names an SMS fallback.</param>
    /// <param name="PolicyId">The cancellation policy, when <see cref="ReasonCode.Policy"/> is the reason.</param>
    public sealed record End(DeliveryStatus Status, string Reason, bool CustomerReached = false, bool Fallback = false, Guid? PolicyId = null) : NextStep;
}
