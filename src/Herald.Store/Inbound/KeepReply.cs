using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Inbound;

/// <summary>A person's message with the conversation it belongs to.</summary>
internal sealed class KeepReply(KeptReply reply) : Change<bool>(Lane.Rest, 2, true)
{
    private static readonly ChangeKind Keep = ChangeKind.Of<KeepReply>("reply", 2, Apply);

    public override ChangeKind Kind => Keep;

    private KeptReply Reply => reply;

    private static void Apply(WriteContext context, IReadOnlyList<KeepReply> changes)
    {
        NumberLock.Take(context.Session, changes.Select(change => change.Reply.Number));
        foreach (var change in changes)
            Write(context.Session, change.Reply);
    }

    private static void Write(ISqlSession session, KeptReply reply)
    {
        if (reply.SourceId is not null && session.Query(ReplyRows.FindSource, [reply], row => row.Id(0)).Count > 0)
            return;
        session.Run(ReplyRows.Insert, [new ReplyRows.Row(reply, ConversationOf(session, reply))]);
    }

    private static Guid ConversationOf(ISqlSession session, KeptReply reply)
    {
        var fresh = new ReplyRows.Row(reply, Guid.CreateVersion7(reply.At.ToDateTimeOffset()));
        if (reply.InTime && session.Query(ReplyRows.Link, [fresh], row => row.Id(0)).Count > 0)
        {
            session.Run(ReplyRows.CloseReplaced, [reply]);
            session.Run(ReplyRows.Open, [fresh with { Outbound = true }]);
            return fresh.Conversation;
        }

        // A second reply is part of the conversation the first one opened, in time or late.
        if (session.Query(ReplyRows.FindOpen, [reply], row => row.Id(0)) is [var open, ..])
            return open;
        session.Run(ReplyRows.Open, [fresh]);
        return fresh.Conversation;
    }
}
