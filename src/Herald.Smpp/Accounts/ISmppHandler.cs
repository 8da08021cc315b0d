using Herald.Smpp.Inbound;
using Herald.Smpp.Sessions;

namespace Herald.Smpp.Accounts;

/// <summary>
/// Where an account delivers. Receipts and messages are acknowledged to the SMSC when the method has completed; when it throws,
/// the SMSC is told "temporarily not" (ESME_RX_T_APPN) and sends again. Calls come from several binds at once and in any order.
/// </summary>
public interface ISmppHandler
{
    /// <summary>Complete when the receipt is durable. The same receipt may come again.</summary>
    ValueTask ReceiptAsync(DeliveryReceipt receipt, CancellationToken cancellation);

    /// <summary>Complete when the message is durable. The same message may come again.</summary>
    ValueTask MessageAsync(InboundMessage message, CancellationToken cancellation);

    /// <summary>
    /// A part of a message. True: it is durable, and whoever keeps it puts the message together (<see cref="InboundMessage.Join"/>), so that
    /// neither a crash nor a second process that got the other parts loses anything. False: the account does it, in memory.
    /// </summary>
    ValueTask<bool> PartAsync(InboundPart part, CancellationToken cancellation) => ValueTask.FromResult(false);

    /// <summary>An answer to a message that was reported unanswered: what is known of it can be put right. Must not block.</summary>
    void LateAnswer(LateAnswer answer)
    {
    }

    /// <summary><see cref="SmppAccount.FreeSlots(string?)"/> may have changed. Must not block; comes often.</summary>
    void SlotsChanged()
    {
    }
}
