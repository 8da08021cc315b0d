using NodaTime;

namespace Herald.Store.Inbound;

/// <summary>What people send. Every member is durable when it returns, and says the same however many processes ask at once.</summary>
public interface IInboundStore
{
    /// <summary>Sets the consent of a number as its own message asked for, and owes it the confirmation. False: it stood so already, nothing is written and nothing owed.</summary>
    Task<bool> SetConsentAsync(ConsentReply reply, CancellationToken ct);

    /// <summary>Takes owed answers that are due; who takes one alone may send it, once.</summary>
    Task<IReadOnlyList<OwedAnswer>> ClaimAnswersAsync(Guid owner, Instant now, int max, CancellationToken ct);

    /// <summary>Proven not sent: it is owed again from <paramref name="tryAt"/> on.</summary>
    Task ReleaseAnswerAsync(Guid id, Guid owner, Instant tryAt, CancellationToken ct);

    /// <summary>It was sent, or must not be sent any more.</summary>
    Task SettleAnswerAsync(Guid id, CancellationToken ct);

    /// <summary>Removes answers whose time is over; returns how many.</summary>
    Task<int> DropAnswersAsync(Instant now, CancellationToken ct);

    /// <summary>Keeps the text of a reply in the conversation it belongs to: the one of its delivery, the one open with that number, or a new one.</summary>
    Task KeepReplyAsync(KeptReply reply, CancellationToken ct);

    /// <summary>Delivered messages whose first response timeout has to be looked at.</summary>
    Task<IReadOnlyList<DueReply>> ReadDueRepliesAsync(Instant now, int max, CancellationToken ct);

    /// <summary>Notes that no reply came in time, or when to look again; a delivery with a conversation is left alone.</summary>
    Task WriteReplyLooksAsync(IReadOnlyList<ReplyLook> looks, Instant now, CancellationToken ct);

    /// <summary>Keeps parts of messages. Returns the whole message to the one caller that is to handle it before <paramref name="until"/>; else nothing.</summary>
    /// <param name="parts">Of one message.</param>
    Task<IReadOnlyList<KeptPart>> KeepPartsAsync(IReadOnlyList<KeptPart> parts, Instant now, Instant until, CancellationToken ct);

    /// <summary>Messages that nobody put together: whole since <paramref name="whole"/>, or begun before <paramref name="old"/>. Each goes to one caller.</summary>
    Task<IReadOnlyList<IReadOnlyList<KeptPart>>> ClaimStalePartsAsync(Instant whole, Instant old, Instant now, Instant until, int max, CancellationToken ct);

    /// <summary>The message is handled; its parts are remembered, for the carrier may send one again.</summary>
    Task SettlePartsAsync(KeptPart any, Instant now, CancellationToken ct);

    /// <summary>Forgets parts handled before that moment; returns how many.</summary>
    Task<int> DropPartsAsync(Instant before, CancellationToken ct);
}
