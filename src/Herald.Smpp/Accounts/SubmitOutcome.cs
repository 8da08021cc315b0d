namespace Herald.Smpp.Accounts;

/// <summary>
/// What became of a message. Only <see cref="NotSent"/> may be sent again. Of several parts the first goes alone, the others when it
/// is accepted; what the SMSC was too busy for then is repeated within the parts timeout.
/// </summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>The SMSC has all parts.</summary>
    /// <param name="Parts">In order; a receipt comes for each.</param>
    public sealed record Accepted(IReadOnlyList<AcceptedPart> Parts) : SubmitOutcome;

    /// <summary>The SMSC (or, for what no SMSC would take, this client) refused the message or a part of it for good.</summary>
    /// <param name="Status">command_status (SMPP 3.4 §5.1.3).</param>
    /// <param name="StatusName">Its name, or its number in hexadecimal where the specification has none.</param>
    /// <param name="AcceptedParts">Parts that were accepted all the same: billed, and receipts come for them.</param>
    public sealed record Refused(uint Status, string StatusName, IReadOnlyList<AcceptedPart> AcceptedParts) : SubmitOutcome;

    /// <summary>Proven: the SMSC has nothing of it.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Status">command_status where the SMSC said so; else 0.</param>
    public sealed record NotSent(NotSentReason Reason, uint Status = 0) : SubmitOutcome;

    /// <summary>It, or a part of it, left and was not answered, or its parts could not all be sent in time. Never to be sent again.</summary>
    /// <param name="AcceptedParts">Parts that were accepted; receipts come for them.</param>
    public sealed record Unanswered(IReadOnlyList<AcceptedPart> AcceptedParts) : SubmitOutcome;
}
