using Herald.Core.Deliveries;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Queue;

/// <summary>
/// An opt-out or opt-in. All active rows of the number and channel take the value, whatever their purpose: only Opted Out blocks, and any of them would.
/// </summary>
internal sealed class SetConsent(Channel channel, string number, bool optedOut, ConsentSource source, Instant now) : Change<bool>(Lane.Rest, 1, true)
{
    private static readonly ChangeKind Set = ChangeKind.Of<SetConsent>("consent", 0, Apply);

    private static readonly Command<SetConsent> Update = Columns("update_consent");
    private static readonly Command<SetConsent> Insert = Columns("insert_consent").OneId("id", row => Guid.CreateVersion7(row.Now.ToDateTimeOffset()));

    private static readonly Command<SetConsent> Version = new Command<SetConsent>("version_consent")
        .OneText("number", row => row.Number)
        .OneNumber("type", row => ConsentRow.TypeOf(row.Channel))
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Set;

    private Channel Channel => channel;

    private string Number => number;

    private bool OptedOut => optedOut;

    private ConsentSource Source => source;

    private Instant Now => now;

    public static void Write(ISqlSession session, SetConsent consent)
    {
        if (session.Run(Update, [consent]) == 0)
            session.Run(Insert, [consent]);
        session.Run(Version, [consent]);
    }

    private static void Apply(WriteContext context, IReadOnlyList<SetConsent> changes)
    {
        foreach (var change in changes)
            Write(context.Session, change);
    }

    private static Command<SetConsent> Columns(string name) => new Command<SetConsent>(name)
        .OneText("number", row => row.Number)
        .OneNumber("type", row => ConsentRow.TypeOf(row.Channel))
        .OneNumber("value", row => row.OptedOut ? ConsentRow.OptedOut : ConsentRow.OptedIn)
        .OneNumber("source", row => ConsentRow.FirstSource + (long)row.Source)
        .OneAt("now", row => row.Now);
}
