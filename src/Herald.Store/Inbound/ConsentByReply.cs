using Herald.Core.Deliveries;
using Herald.Store.Consents;
using Herald.Store.Queue;
using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

/// <summary>An opt-out or opt-in by message: the number is locked, looked at and changed in one transaction, so that of several STOPs at several processes one is confirmed.</summary>
internal sealed class ConsentByReply(ConsentReply reply) : Change<bool>(Lane.Rest, 1, false)
{
    private static readonly ChangeKind Set = ChangeKind.Of<ConsentByReply>("consent by reply", 2, Apply);

    private static readonly Command<ConsentReply> IsOptedOut = new Command<ConsentReply>("find_opted_out")
        .Text("number", row => row.Number)
        .OneNumber("type", row => ConsentRow.TypeOf(row.Channel));

    private static readonly Command<ConsentReply> Owe = new Command<ConsentReply>("owe_answer")
        .OneId("id", row => Guid.CreateVersion7(row.At.ToDateTimeOffset()))
        .OneText("transport", row => row.Confirmation.Transport)
        .OneText("from", row => row.Confirmation.From)
        .OneText("to", row => row.Confirmation.To)
        .OneText("text", row => row.Confirmation.Text)
        .OneAt("try_at", row => row.Confirmation.TryAt)
        .OneAt("until", row => row.Confirmation.Until);

    public override ChangeKind Kind => Set;

    private ConsentReply Reply => reply;

    private static void Apply(WriteContext context, IReadOnlyList<ConsentByReply> changes)
    {
        WriteConsents.Hold(context.Session);
        NumberLock.Take(context.Session, changes.Select(change => change.Reply.Number));
        foreach (var change in changes)
            change.Decided = Write(context.Session, change.Reply);
    }

    private static bool Write(ISqlSession session, ConsentReply reply)
    {
        if (session.Query(IsOptedOut, [reply], row => row.Text(0)).Count > 0 == reply.OptedOut)
            return false;
        new WriteConsents([new ConsentEntry(reply.Channel, reply.Number, reply.OptedOut)], ConsentSource.TextMessage, reply.At).Write(session);
        session.Run(Owe, [reply]);
        return true;
    }
}
