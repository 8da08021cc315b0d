using Herald.Sip.Core;
using Herald.Sip.Dialogs;
using Herald.Sip.Digest;
using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Sdp;
using Herald.Sip.Transactions;
using Herald.Sip.Transports;
using Herald.Sip.Trunks;

namespace Herald.Sip.Calls;

/// <summary>From the request to the answer or the end: trunk after trunk, challenge, ringing, limits, cancel. On the loop.</summary>
internal sealed partial class OutboundSetup : IDialogUser
{
    private readonly CallCore call;
    private readonly CallRequest request;
    private readonly Queue<Trunk> candidates;
    private CallEndKind failure = CallEndKind.NothingLeft;
    private int failureCode;
    private SipResponse? failureResponse;
    private Trunk? trunk;
    private Hop? hop;
    private SipRequest? invite;
    private Sending? sending;
    private int tries;
    private bool provisional;  // any, 100 included: CANCEL may go
    private bool rang;         // above 100: no other trunk may be tried, somebody may have been rung
    private bool finished;
    private CallEndKind? stopped;
    private bool cancelSent;
    private SignalTimer? setupLimit;
    private SignalTimer? ringLimit;

    public OutboundSetup(CallCore call, CallRequest request, IEnumerable<Trunk> trunks)
    {
        (this.call, this.request) = (call, request);
        candidates = new(trunks);
        call.Stopping = () => Stop(CallEndKind.Cancelled);
    }

    public void Begin()
    {
        if (call.Story.IsOver)
            return;
        if (!call.OpenMedia())
            Finish(CallEndKind.NothingLeft, 0);
        else
            TryNext();
    }

    private void TryNext()
    {
        if (finished)
            return;
        (sending, provisional) = (null, false);
        if (!candidates.TryDequeue(out var next))
        {
            Finish(failure, failureCode, failureResponse);
            return;
        }
        trunk = next;
        trunk.Resolve(found =>
        {
            if (found is null)
                TryNext();
            else
                Invite(found);
        });
    }

    private void Invite(Hop to)
    {
        if (finished || stopped is not null)
        {
            Finish(stopped ?? CallEndKind.Cancelled, 0);
            return;
        }
        hop = to;
        (tries, provisional) = (0, false);
        call.Trunk = trunk!.Options.Name;
        var local = call.Sip.Transport.LocalFor(to);
        call.Sdp = new(new(local.Address, call.Media!.Port), trunk.Options.Codecs, call.Sip.Time.GetUtcNow().ToUnixTimeSeconds());
        invite = InviteRequest.Write(call.Sip, trunk, to, request);
        invite.SetSdp(call.Sdp.Offer());
        call.CallId = invite.CallId;
        localKey = Dialog.KeyOf(invite.CallId, invite.From!.Tag!);
        call.Sip.AddDialog(localKey, this);
        setupLimit?.Cancel();
        setupLimit = call.Sip.Loop.Timers.After(request.SetupTimeout, () => Stop(CallEndKind.SetupLimit));
        call.Story.Started();
        SendInvite();
    }

    private void SendInvite()
    {
        early.Clear();
        var (sent, through, by) = (invite!, hop!, trunk!);
        sending = new(call.Sip, sent, through, response =>
        {
            if (ReferenceEquals(sent, invite))
                OnResponse(response);
            else if (response.IsSuccess && response.To?.Tag is { } tag && Dialog.From(sent, response) is { } late)
                Dismiss(new(call.Sip, late, Credentials.Of(by.Options), through), tag, sent); // a trunk given up for silent
        }, OnFailed);
    }

    private void OnFailed(TransactionFailure why)
    {
        if (finished)
            return;
        Leave();
        if (why == TransactionFailure.TimeOut)
            (failure, failureCode, failureResponse) = (CallEndKind.NoResponse, 408, null);
        if (stopped is not null || rang)
            Finish(stopped ?? failure, 408);
        else
            TryNext();
    }

    private void OnResponse(SipResponse response)
    {
        if (response.IsSuccess)
            OnSuccess(response);
        else if (finished)
            return;
        else if (response.IsProvisional)
            OnProvisional(response);
        else
            OnRefused(response);
    }

    private void OnRefused(SipResponse response)
    {
        if (stopped is not null)
        {
            Finish(stopped.Value, response.Status, response);
            return;
        }
        if (response.Status is 401 or 407 && Credentials.Of(trunk!.Options)?.Apply(response, invite!, tries) == true)
        {
            Again();
            return;
        }
        if (response.Status == 422 && tries < 3 && response.Headers[HeaderNames.MinSE] is { } least) // RFC 4028 §7.3
        {
            invite!.Headers.Set(HeaderNames.MinSE, least);
            invite.Headers.Set(HeaderNames.SessionExpires, least);
            Again();
            return;
        }
        if (response.Status == 503 && !rang && candidates.Count > 0)
        {
            (failure, failureCode, failureResponse) = (CallEndKind.Rejected, 503, response);
            Leave();
            TryNext();
            return;
        }
        Finish(CallEndKind.Rejected, response.Status, response);
    }

    private void Again()
    {
        tries++;
        provisional = false;
        invite = InviteRequest.Renumbered(invite!);
        SendInvite();
    }

    /// <summary>Our side gives up: by a limit or on demand.</summary>
    private void Stop(CallEndKind why)
    {
        if (finished || stopped is not null)
            return;
        stopped = why;
        if (sending is null)
            Finish(why, 0);
        else if (provisional)
            SendCancel();
        // Else CANCEL has to wait for a provisional answer (RFC 3261 §9.1); the caller need not.
        else if (why == CallEndKind.Cancelled)
            call.End(why, 0);
    }

    // Same branch, number and route as the INVITE it cancels (RFC 3261 §9.1).
    private void SendCancel()
    {
        if (cancelSent)
            return;
        cancelSent = true;
        var sent = sending!.Transaction.Request;
        var cancel = new SipRequest("CANCEL", sent.Uri);
        cancel.Headers.Add(HeaderNames.Via, sent.Headers[HeaderNames.Via]!);
        cancel.Headers.Add(HeaderNames.MaxForwards, "70");
        cancel.Headers.Add(HeaderNames.Route, sent.Headers.List(HeaderNames.Route));
        cancel.Headers.Add(HeaderNames.From, sent.Headers[HeaderNames.From]!);
        cancel.Headers.Add(HeaderNames.To, sent.Headers[HeaderNames.To]!);
        cancel.Headers.Add(HeaderNames.CallId, sent.CallId);
        cancel.Headers.Add(HeaderNames.CSeq, new CSeq(sent.CSeq!.Value.Number, "CANCEL").ToString());
        call.Sip.Transactions.Start(cancel, sending.Transaction.Hop, _ => { }, _ => { });
        // A peer that forgets the 487 must not hold the call (§9.1: 64 × T1).
        call.Sip.Loop.Timers.After(call.Sip.Options.Timers.TimeOut, () =>
        {
            if (!finished)
                Finish(stopped!.Value, 408);
        });
    }

    private void Finish(CallEndKind kind, int code, SipResponse? final = null)
    {
        if (finished)
            return;
        finished = true;
        Leave();
        call.End(kind, code, final, ringLimit: stopped == CallEndKind.RingLimit);
    }

    private void Leave()
    {
        setupLimit?.Cancel();
        ringLimit?.Cancel();
        if (localKey is not null && call.Dialog is null)
            call.Sip.RemoveDialog(localKey);
    }
}
