using Herald.Sip.Loop;
using Herald.Sip.Messages;
using Herald.Sip.Sdp;
using Herald.Sip.Transactions;

namespace Herald.Sip.Calls;

internal sealed partial class CallDialog
{
    private SignalTimer? repeat;
    private bool offeredInAnswer;
    private bool answeringInvite;
    private bool held;

    public void OnRequest(SipRequest request, ServerTransaction transaction)
    {
        var number = request.CSeq!.Value.Number;
        if (number < sender.Dialog.RemoteSequence)
        {
            transaction.Respond(SipResponse.Answering(request, 500)); // out of order, RFC 3261 §12.2.2
            return;
        }
        sender.Dialog.RemoteSequence = number;
        switch (request.Method)
        {
            case "BYE":
                OnBye(request, transaction);
                break;
            case "INVITE" or "UPDATE" when !over:
                OnOffer(request, transaction);
                break;
            case "NOTIFY":
                transaction.Respond(SipResponse.Answering(request, 200));
                OnNotify(request);
                break;
            case "INFO":
                transaction.Respond(SipResponse.Answering(request, 200));
                if (InfoKey.Read(request) is { } key && !over)
                    call.Story.Key(key);
                break;
            case "OPTIONS" or "PRACK":
                transaction.Respond(SipResponse.Answering(request, 200));
                break;
            case "REFER":
                transaction.Respond(SipResponse.Answering(request, 603)); // nobody moves our calls but we
                break;
            default:
                transaction.Respond(SipResponse.Answering(request, over ? 481 : 405));
                break;
        }
    }

    private void OnBye(SipRequest bye, ServerTransaction transaction)
    {
        transaction.Respond(SipResponse.Answering(bye, 200));
        if (over)
            return;
        Close();
        // Kept for a moment: a repeat of the BYE finds its transaction, but requests may cross it.
        call.Sip.Loop.Timers.After(call.Sip.Options.Timers.T4, () => call.Sip.RemoveDialog(sender.Dialog.Key));
        call.End(CallEndKind.HungUp, 200, bye, Party.Them);
    }

    /// <summary>re-INVITE or UPDATE: a new offer, a hold, a moved target, or only a refresh (RFC 3261 §14.2, RFC 3311, RFC 4028 §9).</summary>
    private void OnOffer(SipRequest request, ServerTransaction transaction)
    {
        if (offering || answeringInvite)
        {
            transaction.Respond(SipResponse.Answering(request, 491));
            return;
        }
        var response = SipResponse.Answering(request, 200);
        response.Headers.Add(HeaderNames.Contact, call.Sip.ContactFor(sender.Likely, ""));
        if (request.HasSdp)
        {
            if (SessionDescription.Parse(request.Body) is not { } offer || call.Sdp!.Answer(offer) is not { } answer)
            {
                transaction.Respond(SipResponse.Answering(request, 488));
                return;
            }
            response.SetSdp(answer.Body);
            Follow(answer.Plan);
        }
        else if (request.IsInvite)
        {
            response.SetSdp(call.Sdp!.Offer());
            offeredInAnswer = true;
        }
        if (request.ContactUri is { } target)
            sender.Dialog.Target = target.ToString();
        AnswerTimer(request, response);
        transaction.Respond(response);
        if (request.IsInvite)
            RepeatUntilAck(transaction, response);
    }

    public void OnAck(SipRequest ack)
    {
        repeat?.Cancel();
        answeringInvite = false;
        if (!offeredInAnswer || over)
            return;
        offeredInAnswer = false;
        if (ack.HasSdp && SessionDescription.Parse(ack.Body) is { } sdp && call.Sdp!.ReadAnswer(sdp) is { } plan)
            Follow(plan);
    }

    private void Follow(MediaPlan plan)
    {
        call.Media!.Apply(plan);
        if (plan.Held != held)
            call.Story.Hold(held = plan.Held);
    }

    /// <summary>The user repeats his 2xx until its ACK comes; 64 × T1 without one is the end (RFC 3261 §13.3.1.4).</summary>
    public void RepeatUntilAck(ServerTransaction transaction, SipResponse response, bool awaitsAnswer = false)
    {
        answeringInvite = true;
        offeredInAnswer |= awaitsAnswer;
        var timers = call.Sip.Options.Timers;
        var (gap, spent) = (timers.T1, TimeSpan.Zero);
        Arm();

        void Arm() => repeat = call.Sip.Loop.Timers.After(gap, () =>
        {
            spent += gap;
            gap = TimeSpan.FromTicks(Math.Min(gap.Ticks * 2, timers.T2.Ticks));
            if (spent >= timers.TimeOut)
            {
                HangUp(CallEndKind.Lost, 408);
                return;
            }
            transaction.Respond(response);
            Arm();
        });
    }
}
