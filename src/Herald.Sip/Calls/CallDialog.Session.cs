using System.Globalization;
using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Sdp;

namespace Herald.Sip.Calls;

/// <summary>Session timers (RFC 4028): a call whose peer vanished ends by itself.</summary>
internal sealed partial class CallDialog
{
    private SignalTimer? refresh;
    private bool peerUpdates;
    private bool offering;

    /// <summary>Starts the timer that the final answer agreed to.</summary>
    public void Begin(SipMessage agreed, bool weAreCaller)
    {
        peerUpdates = agreed.Headers.Names(HeaderNames.Allow, "UPDATE");
        if (SessionExpiry.Read(agreed) is { } session)
            Arm(session.Interval, weRefresh: session.Refresher == (weAreCaller ? "uac" : "uas"));
    }

    /// <summary>Half-way for the refresher; a third, at most 32 s, before the end for him who waits (§10).</summary>
    private void Arm(TimeSpan interval, bool weRefresh)
    {
        refresh?.Cancel();
        if (over)
            return;
        refresh = weRefresh
            ? call.Sip.Loop.Timers.After(interval / 2, () => Refresh(interval))
            : call.Sip.Loop.Timers.After(interval - TimeSpan.FromTicks(Math.Min(interval.Ticks / 3, TimeSpan.FromSeconds(32).Ticks)),
                () => HangUp(CallEndKind.Lost, 408, "SIP;cause=408;text=\"session timer\""));
    }

    private void Refresh(TimeSpan interval)
    {
        if (over || offering)
            return;
        var request = sender.Dialog.Request(peerUpdates ? "UPDATE" : "INVITE");
        request.Headers.Add(HeaderNames.Contact, call.Sip.ContactFor(sender.Likely, ""));
        request.Headers.Add(HeaderNames.Supported, "timer");
        request.Headers.Add(HeaderNames.SessionExpires, ((int)interval.TotalSeconds).ToString(CultureInfo.InvariantCulture) + ";refresher=uac");
        if (!peerUpdates)
            request.SetSdp(call.Sdp!.Offer());
        offering = true;
        sender.Send(request, response => OnRefreshed(request, response, interval), _ =>
        {
            offering = false;
            if (!over)
                HangUp(CallEndKind.Lost, 408);
        });
    }

    private void OnRefreshed(SipRequest request, SipResponse response, TimeSpan interval)
    {
        if (response.IsProvisional)
            return;
        offering = false;
        if (response.IsSuccess && request.IsInvite)
        {
            sender.SendAck(sender.Dialog.Request("ACK", response.CSeq!.Value.Number));
            if (!over && response.HasSdp && SessionDescription.Parse(response.Body) is { } sdp && call.Sdp!.ReadAnswer(sdp) is { } plan)
                Follow(plan);
        }
        if (over)
            return;
        if (response.Status is 408 or 481)
            OnGone(response.Status);
        else if (response.IsSuccess && SessionExpiry.Read(response) is { } session)
            Arm(session.Interval, session.Refresher == "uac");
        else
            Arm(interval, weRefresh: true); // 491 or a refusal: the call stands, ask again half an interval later
    }

    /// <summary>Their refresh: agree, and let the same side go on refreshing.</summary>
    private void AnswerTimer(SipRequest request, SipResponse response)
    {
        if (SessionExpiry.Read(request) is not { } session)
            return;
        response.Headers.Add(HeaderNames.Require, "timer");
        response.Headers.Add(HeaderNames.SessionExpires, SessionExpiry.Write(session));
        Arm(session.Interval, weRefresh: session.Refresher == "uas");
    }
}
