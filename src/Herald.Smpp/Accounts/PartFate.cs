using Herald.Smpp.Inbound;
using Herald.Smpp.Protocol;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Accounts;

/// <summary>What became of one submit_sm; the default is "never sent".</summary>
internal readonly record struct PartFate(PartFateKind Kind, StatusCode Status, string? MessageId)
{
    public static PartFate Of(Answer answer) => answer.Fate switch
    {
        AnswerFate.NeverLeft => new(PartFateKind.NotSent, StatusCode.ESME_ROK, null),
        AnswerFate.Missing => new(PartFateKind.Unanswered, StatusCode.ESME_ROK, null),
        _ => StatusTable.MeaningOf(answer.Status) switch
        {
            StatusMeaning.Accepted => new(PartFateKind.Accepted, answer.Status, answer.MessageId),
            StatusMeaning.Busy => new(PartFateKind.Throttled, answer.Status, null),
            StatusMeaning.NotBound => new(PartFateKind.NotSent, answer.Status, null),
            _ => new(PartFateKind.Refused, answer.Status, null),
        },
    };

    public bool MayBeSentAgain => Kind is PartFateKind.NotSent or PartFateKind.Throttled;

    /// <summary>The outcome of a message by its parts, the first of which was accepted if there are several.</summary>
    public static SubmitOutcome Sum(IReadOnlyList<PartFate> fates, ReceiptRules rules)
    {
        if (fates is [{ MayBeSentAgain: true } only])
            return new SubmitOutcome.NotSent(only.Kind == PartFateKind.Throttled ? NotSentReason.Throttled : NotSentReason.NeverLeft, (uint)only.Status);
        var accepted = Accepted(fates, rules);
        if (accepted.Count == fates.Count)
            return new SubmitOutcome.Accepted(accepted);
        // One part refused: nobody will ever see the whole, whatever became of the others.
        foreach (var fate in fates)
        {
            if (fate.Kind == PartFateKind.Refused)
                return new SubmitOutcome.Refused((uint)fate.Status, StatusTable.NameOf(fate.Status), accepted);
        }
        return new SubmitOutcome.Unanswered(accepted);
    }

    private static List<AcceptedPart> Accepted(IReadOnlyList<PartFate> fates, ReceiptRules rules)
    {
        var accepted = new List<AcceptedPart>(fates.Count);
        for (var i = 0; i < fates.Count; i++)
        {
            if (fates[i] is { Kind: PartFateKind.Accepted, MessageId: { } id })
                accepted.Add(new AcceptedPart(i + 1, id, MessageIdKey.Of(id, rules.AnswerIds)));
        }
        return accepted;
    }
}
