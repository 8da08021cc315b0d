using Herald.Sip.Dialogs;
using Herald.Sip.Messages;
using Herald.Sip.Transactions;
using Herald.Sip.Transports;

namespace Herald.Sip.Core;

internal sealed partial class SipCore
{
    private const string Methods = "INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, NOTIFY, INFO, REFER";

    /// <summary>Extensions a peer may require of us.</summary>
    private static readonly string[] Extensions = ["100rel", "timer", "replaces"];

    /// <summary>Asked for an INVITE outside dialogs; false = not one of our numbers. Must not wait.</summary>
    public Func<SipRequest, bool> IsOurs { get; set; } = _ => false;

    /// <summary>Takes such an INVITE.</summary>
    public Action<SipRequest, ServerTransaction> Invited { get; set; } = (_, _) => { };

    /// <summary>Messages from strangers that were answered without state, or dropped.</summary>
    public long Strangers { get; private set; }

    private void OnInbound(Inbound inbound)
    {
        if (inbound.Parsed.Message is SipRequest request)
            OnRequest(request, inbound);
        else if (inbound.Parsed is { Ok: true, Message: SipResponse response } && !Transactions.TryTake(response))
            Strangers++;
    }

    private void OnRequest(SipRequest request, Inbound inbound)
    {
        if (inbound.Parsed.Fault is { } fault)
        {
            // Answerable when the way back and the transaction's names are readable; an ACK is never answered.
            if (!request.IsAck && request is { TopVia: not null, From: not null, To: not null, CSeq: not null } && request.CallId.Length > 0)
            {
                request.StampVia(inbound.From.EndPoint);
                Stateless(request, inbound, fault.Status);
            }
            return;
        }
        request.StampVia(inbound.From.EndPoint);
        if (request.IsAck)
            OnAck(request);
        else if (Transactions.Find(request, request.Method) is { } repeated)
            repeated.OnRepeated();
        else if (request.Method == "CANCEL")
            OnCancel(request, inbound);
        else if (Unsupported(request) is { } extension)
            Stateless(request, inbound, 420, response => response.Headers.Add(HeaderNames.Unsupported, extension));
        else if (request.To!.Tag is { } tag)
            OnInDialog(request, inbound, tag);
        else
            OnOutside(request, inbound);
    }

    private void OnAck(SipRequest ack)
    {
        // The ACK of a refusal has its INVITE's branch; the ACK of a 2xx is the dialog's (RFC 3261 §17.1.1.3, §13.2.2.4).
        if (Transactions.Find(ack, "INVITE") is { State: TransactionState.Completed or TransactionState.Confirmed } transaction)
            transaction.OnAck();
        else if (ack.To?.Tag is { } tag && dialogs.TryGetValue(Dialog.KeyOf(ack.CallId, tag), out var user))
            user.OnAck(ack);
    }

    private void OnCancel(SipRequest cancel, Inbound inbound)
    {
        var invite = Transactions.Find(cancel, "INVITE");
        Stateless(cancel, inbound, invite is null ? 481 : 200);
        if (invite is { State: TransactionState.Proceeding })
            invite.Cancelled?.Invoke(cancel);
    }

    private void OnInDialog(SipRequest request, Inbound inbound, string tag)
    {
        if (!dialogs.TryGetValue(Dialog.KeyOf(request.CallId, tag), out var user))
            Stateless(request, inbound, 481);
        else if (Transactions.Accept(request, inbound) is { } transaction)
            user.OnRequest(request, transaction);
        else
            Stateless(request, inbound, 503);
    }

    private void OnOutside(SipRequest request, Inbound inbound)
    {
        switch (request.Method)
        {
            case "INVITE" when !IsOurs(request):
                Stateless(request, inbound, SipUri.Parse(request.Uri) is null ? 416 : 480);
                break;
            case "INVITE" when Transactions.Accept(request, inbound) is { } transaction:
                Invited(request, transaction);
                break;
            case "INVITE":
                Stateless(request, inbound, 503);
                break;
            case "OPTIONS":
                Stateless(request, inbound, 200, response =>
                {
                    response.Headers.Add(HeaderNames.Supported, string.Join(", ", Extensions));
                    response.Headers.Add("Accept", "application/sdp");
                });
                break;
            case "BYE" or "PRACK" or "UPDATE" or "NOTIFY" or "INFO":
                Stateless(request, inbound, 481);
                break;
            default:
                Stateless(request, inbound, 405);
                break;
        }
    }

    private static string? Unsupported(SipRequest request)
    {
        var required = request.Headers.List(HeaderNames.Require);
        required.RemoveAll(item => Extensions.Contains(item, StringComparer.OrdinalIgnoreCase));
        return required.Count == 0 ? null : string.Join(", ", required);
    }

    /// <summary>Answers and forgets. The To tag is made of the request, so that a repeat gets the same one (RFC 3261 §8.2.7).</summary>
    private void Stateless(SipRequest request, Inbound inbound, int status, Action<SipResponse>? add = null)
    {
        Strangers++;
        var tag = StringComparer.Ordinal.GetHashCode(request.CallId + request.TopVia?.Branch).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
        var response = SipResponse.Answering(request, status, tag);
        response.Headers.Add(HeaderNames.Allow, Methods);
        response.Headers.Add("Server", Options.UserAgent);
        add?.Invoke(response);
        Transport.Reply(response, inbound);
    }
}
