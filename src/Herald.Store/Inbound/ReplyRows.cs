using Herald.Store.Statements;

namespace Herald.Store.Inbound;

/// <summary>The statements of a reply.</summary>
internal static class ReplyRows
{
    public static readonly Command<KeptReply> FindSource = new Command<KeptReply>("find_message_source").OneText("source", row => row.SourceId);

    public static readonly Command<KeptReply> FindOpen = new Command<KeptReply>("find_open_conversation").OneText("number", row => row.Number);

    public static readonly Command<KeptReply> CloseReplaced = new Command<KeptReply>("close_replaced_conversations")
        .OneText("number", row => row.Number)
        .OneId("engagement", row => row.EngagementId)
        .OneAt("at", row => row.At);

    public static readonly Command<Row> Link = new Command<Row>("link_conversations")
        .Id("delivery", row => row.Reply.DeliveryId)
        .Id("conversation", row => row.Conversation)
        .At("at", row => row.Reply.At);

    public static readonly Command<Row> Open = new Command<Row>("open_reply_conversation")
        .OneId("id", row => row.Conversation)
        .OneText("title", row => row.Outbound ? $"{row.Reply.Number}: Proactive Outbound" : $"{row.Reply.Number}: SMS")
        .OneId("contact", row => row.Reply.ContactId)
        .OneFlag("outbound", row => row.Outbound)
        .OneId("workstream", row => row.Reply.WorkstreamId)
        .OneId("queue", row => row.Reply.QueueId)
        .OneId("delivery", row => row.Reply.DeliveryId)
        .OneFlag("late", row => row.Reply is { InTime: false, DeliveryId: not null })
        .OneText("number", row => row.Reply.Number)
        .OneAt("at", row => row.Reply.At);

    public static readonly Command<Row> Insert = new Command<Row>("insert_conversation_message")
        .OneId("id", row => Guid.CreateVersion7(row.Reply.At.ToDateTimeOffset()))
        .OneId("conversation", row => row.Conversation)
        .OneText("from", row => row.Reply.Number)
        .OneText("to", row => row.Reply.To)
        .OneText("text", row => row.Reply.Text)
        .OneText("source", row => row.Reply.SourceId)
        .OneAt("at", row => row.Reply.At);

    /// <param name="Outbound">The conversation of the delivery itself.</param>
    public sealed record Row(KeptReply Reply, Guid Conversation, bool Outbound = false);
}
