using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Transports;
using static Herald.Sip.Transactions.TransactionAction;

namespace Herald.Sip.Transactions;

/// <summary>A peer's request and our answers. Made only for requests that are for us: strangers are answered without state.</summary>
internal sealed class ServerTransaction
{
    private readonly TransactionLayer layer;
    private readonly Inbound inbound;
    private SipResponse? last;
    private TimeSpan gap;
    private SignalTimer? resend;
    private SignalTimer? timeOut;

    public ServerTransaction(TransactionLayer layer, SipRequest request, Inbound inbound)
    {
        (this.layer, Request, this.inbound) = (layer, request, inbound);
        State = request.IsInvite ? TransactionState.Proceeding : TransactionState.Trying;
        gap = layer.Timers.T1;
    }

    public SipRequest Request { get; }

    public Hop From => inbound.From;

    public TransactionState State { get; private set; }

    /// <summary>Runs when the caller cancels the INVITE before we answered finally.</summary>
    public Action<SipRequest>? Cancelled { get; set; }

    /// <summary>Runs when a refusal was never acknowledged (timer H).</summary>
    public Action? Unacknowledged { get; set; }

    public string Key => KeyOf(Request, Request.Method);

    /// <summary>Branch, sent-by and method (RFC 3261 §17.2.3); before RFC 3261 no branch was unique, then the request's own headers serve.</summary>
    public static string KeyOf(SipRequest request, string method)
    {
        var via = request.TopVia!;
        return via.Branch is { } branch && branch.StartsWith(Via.Cookie, StringComparison.Ordinal) && branch.Length > Via.Cookie.Length
            ? branch + "|" + via.SentBy + "|" + method
            : request.CallId + "|" + request.From!.Tag + "|" + request.CSeq!.Value.Number + "|" + via.SentBy + "|" + method;
    }

    public void Respond(SipResponse response)
    {
        if (State is TransactionState.Completed or TransactionState.Confirmed or TransactionState.Terminated)
            return;
        var what = response.IsProvisional ? TransactionEvent.Provisional : response.IsSuccess ? TransactionEvent.Success : TransactionEvent.Failure;
        On(what, response);
    }

    public void OnRepeated() => On(TransactionEvent.Repeated, null);

    public void OnAck() => On(TransactionEvent.Ack, null);

    private void On(TransactionEvent what, SipResponse? response)
    {
        var table = Request.IsInvite ? TransactionTables.InviteServer : TransactionTables.OtherServer;
        if (!table.TryGetValue((State, what), out var move))
            return;
        State = move.Next;
        if (move.Do.HasFlag(StopResend))
            resend?.Cancel();
        if (move.Do.HasFlag(StopTimeOut))
            timeOut?.Cancel();
        if (move.Do.HasFlag(ArmResend) && !From.IsReliable)
            ArmResendTimer();
        if (move.Do.HasFlag(ArmTimeOut))
            timeOut = layer.Loop.Timers.After(layer.Timers.TimeOut, () => On(TransactionEvent.TimeOut, null));
        if (move.Do.HasFlag(ArmLinger))
            Linger();
        if (move.Do.HasFlag(Send))
            layer.Transport.Reply(last = response!, inbound);
        if (move.Do.HasFlag(SendAgain) && last is not null)
            layer.Transport.Reply(last, inbound);
        if (State == TransactionState.Terminated)
            End();
        if (move.Do.HasFlag(TellTimeOut))
            Unacknowledged?.Invoke();
    }

    private void ArmResendTimer()
    {
        resend = layer.Loop.Timers.After(gap, () => On(TransactionEvent.Resend, null));
        gap = TimeSpan.FromTicks(Math.Min(gap.Ticks * 2, layer.Timers.T2.Ticks));
    }

    private void Linger()
    {
        var wait = State switch
        {
            TransactionState.Accepted => layer.Timers.TimeOut,       // L
            _ when From.IsReliable => TimeSpan.Zero,                 // I, J
            TransactionState.Confirmed => layer.Timers.T4,           // I
            _ => layer.Timers.TimeOut,                               // J
        };
        layer.Loop.Timers.After(wait, () => On(TransactionEvent.Linger, null));
    }

    private void End()
    {
        resend?.Cancel();
        timeOut?.Cancel();
        layer.Forget(this);
    }
}
