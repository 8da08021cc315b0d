using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

internal sealed class ClaimAnswers(Guid owner, Instant now, int max) : Change<IReadOnlyList<OwedAnswer>>(Lane.Rest, 1, [])
{
    private static readonly ChangeKind Claim = ChangeKind.Of<ClaimAnswers>("claim answers", 3, Apply);

    private static readonly Command<ClaimAnswers> Claims = new Command<ClaimAnswers>("claim_answers")
        .OneId("owner", row => row.Owner)
        .OneAt("now", row => row.Now)
        .OneNumber("max", row => row.Most);

    public override ChangeKind Kind => Claim;

    private Guid Owner => owner;

    private Instant Now => now;

    private int Most => max;

    private static void Apply(WriteContext context, IReadOnlyList<ClaimAnswers> changes)
    {
        foreach (var change in changes)
            change.Decided = context.Session.Query(Claims, [change], row => new OwedAnswer(row.Id(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4)));
    }
}
