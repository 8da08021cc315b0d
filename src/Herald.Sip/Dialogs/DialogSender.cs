using Herald.Sip.Core;
using Herald.Sip.Digest;
using Herald.Sip.Messages;
using Herald.Sip.Transactions;
using Herald.Sip.Transports;

namespace Herald.Sip.Dialogs;

/// <summary>Sends a dialog's requests to its next hop; answers a challenge.</summary>
internal sealed class DialogSender(SipCore core, Dialog dialog, Credentials? credentials, Hop likely)
{
    public Dialog Dialog => dialog;

    public Hop Likely => likely;

    public void Send(SipRequest request, Action<SipResponse> answered, Action<TransactionFailure> failed, int tries = 0) =>
        core.Resolver.Resolve(dialog.NextUri, likely, hop =>
        {
            if (hop is null)
            {
                failed(TransactionFailure.Transport);
                return;
            }
            _ = new Sending(core, request, hop, response =>
            {
                if (response.Status is 401 or 407 && credentials?.Apply(response, request, tries) == true)
                {
                    dialog.Renumber(request);
                    Send(request, answered, failed, tries + 1);
                    return;
                }
                answered(response);
            }, failed);
        });

    /// <summary>The ACK of a 2xx: of no transaction, sent again for each repeat of the 2xx.</summary>
    public void SendAck(SipRequest ack) => core.Resolver.Resolve(dialog.NextUri, likely, hop =>
    {
        if (hop is not null)
            core.SendDirect(ack, hop);
    });

    /// <summary>Says goodbye and forgets; the transaction repeats it as long as needed.</summary>
    public void Bye(string? reason, Action done)
    {
        var bye = dialog.Request("BYE");
        if (reason is not null)
            bye.Headers.Add(HeaderNames.Reason, reason);
        Send(bye, response =>
        {
            if (!response.IsProvisional)
                done();
        }, _ => done());
    }
}
