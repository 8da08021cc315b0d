using Herald.Sip.Messages;
using Herald.Sip.Transactions;
using Herald.Sip.Transports;

namespace Herald.Sip.Core;

/// <summary>
/// A request on its way: one transaction, or two when a large one was refused over TCP and goes by UDP after all
/// (RFC 3261 §18.1.1).
/// </summary>
internal sealed class Sending
{
    // What Via and a few digits of Content-Length add to the request as it stands.
    private const int ViaBytes = 120;

    private readonly SipCore core;
    private readonly SipRequest request;
    private readonly Action<SipResponse> answered;
    private readonly Action<TransactionFailure> failed;

    public Sending(SipCore core, SipRequest request, Hop hop, Action<SipResponse> answered, Action<TransactionFailure> failed)
    {
        (this.core, this.request, this.answered, this.failed) = (core, request, answered, failed);
        var large = hop.Transport == SipTransport.Udp && !core.RefusesTcp(hop)
            && SipWriter.Write(request).Length + ViaBytes > SipLimits.DatagramRequestBytes;
        Transaction = large ? Start(hop with { Transport = SipTransport.Tcp }, why => Retry(hop, why)) : Start(hop, failed);
    }

    public ClientTransaction Transaction { get; private set; }

    private void Retry(Hop udp, TransactionFailure why)
    {
        if (why != TransactionFailure.Transport)
        {
            failed(why);
            return;
        }
        core.RememberRefusal(udp);
        Transaction = Start(udp, failed);
    }

    private ClientTransaction Start(Hop hop, Action<TransactionFailure> onFailure)
    {
        var copy = new SipRequest(request.Method, request.Uri) { Body = request.Body };
        var local = core.Transport.LocalFor(hop);
        var word = hop.Transport.ToString().ToUpperInvariant();
        copy.Headers.Add(HeaderNames.Via, $"SIP/2.0/{word} {HostPort.Write(local.Address)}:{local.Port};branch={Ids.Branch()};rport");
        foreach (var (name, value) in request.Headers)
            copy.Headers.Add(name, value);
        return core.Transactions.Start(copy, hop, answered, onFailure);
    }
}
