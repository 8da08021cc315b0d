using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Transports;
using static Herald.Sip.Transactions.TransactionAction;

namespace Herald.Sip.Transactions;

/// <summary>A request of ours and its answers.</summary>
internal sealed class ClientTransaction
{
    private readonly TransactionLayer layer;
    private readonly Action<SipResponse> answered;
    private readonly Action<TransactionFailure> failed;
    private byte[] bytes;
    private byte[]? ack;
    private TimeSpan gap;
    private SignalTimer? resend;
    private SignalTimer? timeOut;

    public ClientTransaction(TransactionLayer layer, SipRequest request, Hop hop, Action<SipResponse> answered, Action<TransactionFailure> failed)
    {
        (this.layer, Request, Hop, this.answered, this.failed) = (layer, request, hop, answered, failed);
        State = request.IsInvite ? TransactionState.Calling : TransactionState.Trying;
        bytes = SipWriter.Write(request);
        gap = layer.Timers.T1;
    }

    public SipRequest Request { get; }

    public Hop Hop { get; }

    public TransactionState State { get; private set; }

    public string Key => KeyOf(Request.TopVia!.Branch!, Request.Method);

    public static string KeyOf(string branch, string method) => branch + "|" + method;

    public void Start()
    {
        timeOut = layer.Loop.Timers.After(layer.Timers.TimeOut, () => On(TransactionEvent.TimeOut, null));
        if (!Hop.IsReliable)
            ArmResendTimer();
        Transmit(bytes);
    }

    public void OnResponse(SipResponse response) =>
        On(response.IsProvisional ? TransactionEvent.Provisional : response.IsSuccess ? TransactionEvent.Success : TransactionEvent.Failure, response);

    private void On(TransactionEvent what, SipResponse? response)
    {
        var table = Request.IsInvite ? TransactionTables.InviteClient : TransactionTables.OtherClient;
        if (!table.TryGetValue((State, what), out var move))
            return;
        State = move.Next;
        if (move.Do.HasFlag(StopResend))
            resend?.Cancel();
        if (move.Do.HasFlag(StopTimeOut))
            timeOut?.Cancel();
        if (move.Do.HasFlag(ArmResend))
            ArmResendTimer();
        if (move.Do.HasFlag(ArmLinger))
            Linger();
        if (move.Do.HasFlag(SendAgain))
            Transmit(bytes);
        if (move.Do.HasFlag(SendAck))
            Transmit(ack ??= SipWriter.Write(AckTo(response!)));
        if (Request.IsInvite && State != TransactionState.Calling)
            bytes = []; // never sent again, and the transaction may linger
        if (State == TransactionState.Terminated)
            End();
        if (move.Do.HasFlag(Pass))
            answered(response!);
        if (move.Do.HasFlag(TellTimeOut))
            failed(TransactionFailure.TimeOut);
        if (move.Do.HasFlag(TellTransport))
            failed(TransactionFailure.Transport);
    }

    private void Transmit(byte[] what) =>
        layer.Transport.Send(what, Hop, () => layer.Loop.Post(() => On(TransactionEvent.TransportError, null)));

    // INVITE doubles without end (A); others stop at T2 and use it at once while Proceeding (E).
    private void ArmResendTimer()
    {
        var wait = State == TransactionState.Proceeding ? layer.Timers.T2 : gap;
        gap *= 2;
        if (!Request.IsInvite && gap > layer.Timers.T2)
            gap = layer.Timers.T2;
        resend = layer.Loop.Timers.After(wait, () => On(TransactionEvent.Resend, null));
    }

    private void Linger()
    {
        var wait = State switch
        {
            TransactionState.Accepted => layer.Timers.TimeOut,                                  // M
            _ when Hop.IsReliable => TimeSpan.Zero,                                             // D, K
            _ when Request.IsInvite => layer.Timers.TimeOut,                                    // D: at least 32 s
            _ => layer.Timers.T4,                                                               // K
        };
        layer.Loop.Timers.After(wait, () => On(TransactionEvent.Linger, null));
    }

    private void End()
    {
        resend?.Cancel();
        timeOut?.Cancel();
        bytes = [];
        layer.Forget(this);
    }

    // Same Request-URI, Via and Route; To of the response (RFC 3261 §17.1.1.3).
    private SipRequest AckTo(SipResponse response)
    {
        var request = new SipRequest("ACK", Request.Uri);
        request.Headers.Add(HeaderNames.Via, Request.Headers[HeaderNames.Via]!);
        request.Headers.Add(HeaderNames.MaxForwards, "70");
        request.Headers.Add(HeaderNames.Route, Request.Headers.List(HeaderNames.Route));
        request.Headers.Add(HeaderNames.From, Request.Headers[HeaderNames.From]!);
        request.Headers.Add(HeaderNames.To, response.Headers[HeaderNames.To]!);
        request.Headers.Add(HeaderNames.CallId, Request.CallId);
        request.Headers.Add(HeaderNames.CSeq, new CSeq(Request.CSeq!.Value.Number, "ACK").ToString());
        return request;
    }
}
