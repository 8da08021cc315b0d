using Herald.Sip.Messages;
using Herald.Sip.Transactions;

namespace Herald.Sip.Core;

/// <summary>Who gets the requests of one dialog.</summary>
internal interface IDialogUser
{
    void OnRequest(SipRequest request, ServerTransaction transaction);

    /// <summary>The ACK of a 2xx of ours.</summary>
    void OnAck(SipRequest ack);
}
