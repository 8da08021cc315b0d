using Herald.Store.Statements;
using Herald.Store.Writing;
using NodaTime;

namespace Herald.Store.Inbound;

internal sealed class WriteReplyLooks(IReadOnlyList<ReplyLook> looks, Instant now) : Change<bool>(Lane.Rest, looks.Count, true)
{
    private static readonly ChangeKind Look = ChangeKind.Of<WriteReplyLooks>("reply looks", 4, Apply);

    private static readonly Command<(ReplyLook Of, Instant Now)> Looks = new Command<(ReplyLook Of, Instant Now)>("write_reply_looks")
        .Id("delivery", row => row.Of.DeliveryId)
        .At("due", row => row.Of.Due)
        .Text("reason", row => row.Of.Reason)
        .OneAt("now", row => row.Now);

    public override ChangeKind Kind => Look;

    private static void Apply(WriteContext context, IReadOnlyList<WriteReplyLooks> changes)
    {
        foreach (var change in changes)
            context.Session.Later(Looks, change.All());
    }

    private List<(ReplyLook Of, Instant Now)> All() => [.. looks.Select(look => (look, now))];
}
