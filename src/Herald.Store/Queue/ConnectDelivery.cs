using Herald.Store.Statements;
using Herald.Store.Writing;

namespace Herald.Store.Queue;

/// <summary>The conversation row of a delivery, written once: a second report of the same answer changes nothing.</summary>
internal sealed class ConnectDelivery(ConnectedDelivery connected) : Change<bool>(Lane.Outcomes, 1, true)
{
    private static readonly ChangeKind Connect = ChangeKind.Of<ConnectDelivery>("connected", 2, Apply);

    private static readonly Command<ConnectedDelivery> Link = new Command<ConnectedDelivery>("link_conversations")
        .Id("delivery", row => row.DeliveryId)
        .Id("conversation", row => row.ConversationId)
        .At("at", row => row.At);

    private static readonly Command<ConnectedDelivery> Open = new Command<ConnectedDelivery>("open_conversations")
        .Id("conversation", row => row.ConversationId)
        .Text("title", row => $"{row.Number}: Proactive Outbound")
        .Id("contact", row => row.ContactId)
        .Id("workstream", row => row.WorkstreamId)
        .Id("queue", row => row.QueueId)
        .Id("delivery", row => row.DeliveryId)
        .At("at", row => row.At);

    public override ChangeKind Kind => Connect;

    private static void Apply(WriteContext context, IReadOnlyList<ConnectDelivery> changes)
    {
        var first = changes.Select(change => change.Connected).DistinctBy(row => row.DeliveryId).ToList();
        var linked = context.Session.Query(Link, first, row => row.Id(0)).ToHashSet();
        context.Session.Later(Open, [.. first.Where(row => linked.Contains(row.DeliveryId))]);
    }

    private ConnectedDelivery Connected => connected;
}
