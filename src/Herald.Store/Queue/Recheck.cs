using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>Rows that wait for something a setting changed are looked at again now.</summary>
internal sealed class Recheck(Guid? engagement, string reason, Instant now, int max) : Change<int>(Lane.Rest, max, 0)
{
    private static readonly ChangeKind Waiting = ChangeKind.Of<Recheck>("recheck", 4, Apply);

    private static readonly Command<Recheck> Write = new Command<Recheck>("recheck_waiting")
        .OneId("engagement", row => row.Engagement)
        .OneText("reason", row => row.Reason)
        .OneAt("now", row => row.Now)
        .OneNumber("max", row => row.Rows);

    public override ChangeKind Kind => Waiting;

    private Guid? Engagement => engagement;

    private string Reason => reason;

    private Instant Now => now;



    private static void Apply(WriteContext context, IReadOnlyList<Recheck> changes)
    {
        foreach (var change in changes)
            change.Decided = context.Session.Run(Write, [change]);
    }
}
