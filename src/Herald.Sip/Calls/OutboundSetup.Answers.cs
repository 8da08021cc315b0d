using Herald.Sip.Dialogs;
using Herald.Sip.Digest;
using Herald.Sip.Messages;
using Herald.Sip.Sdp;
using Herald.Sip.Transactions;
using System.Globalization;

namespace Herald.Sip.Calls;

internal sealed partial class OutboundSetup
{
    private const int MaxForks = 8;

    private readonly Dictionary<string, EarlyDialog> early = [];
    private string? localKey;

    /// <summary>One fork that rings.</summary>
    private sealed class EarlyDialog(Dialog dialog)
    {
        public Dialog Dialog => dialog;

        public uint LastRSeq { get; set; }

        public bool Described { get; set; }
    }

    private void OnProvisional(SipResponse response)
    {
        provisional = true;
        if (stopped is not null)
            SendCancel();
        if (response.Status == 100)
            return;
        rang = true;
        call.Story.Ringing(response.Status);
        setupLimit?.Cancel();
        if (stopped is null)
            ringLimit ??= call.Sip.Loop.Timers.After(request.RingTimeout, () => Stop(CallEndKind.RingLimit));
        if (ForkOf(response) is not { } fork || !Acknowledge(response, fork))
            return;
        if (response.HasSdp && !fork.Described && stopped is null && SessionDescription.Parse(response.Body) is { } sdp && call.Sdp!.ReadAnswer(sdp) is { } plan)
        {
            fork.Described = true;
            call.Media?.Apply(plan);
            if (call.Story.Times.EarlyMedia is null)
                call.ListenEarly(request.Progress);
            call.Story.EarlyMedia();
        }
    }

    private EarlyDialog? ForkOf(SipResponse response)
    {
        if (response.To?.Tag is not { } tag)
            return null;
        if (early.TryGetValue(tag, out var known))
            return known;
        return early.Count < MaxForks && Dialog.From(invite!, response) is { } dialog ? early[tag] = new(dialog) : null;
    }

    /// <summary>PRACK for a reliable provisional (RFC 3262 §4). False = a repeat, or one before its turn: to be ignored.</summary>
    private bool Acknowledge(SipResponse response, EarlyDialog fork)
    {
        if (!response.Headers.Names(HeaderNames.Require, "100rel"))
            return true;
        if (!uint.TryParse(response.Headers[HeaderNames.RSeq], NumberStyles.None, CultureInfo.InvariantCulture, out var rseq)
            || (fork.LastRSeq != 0 && rseq != fork.LastRSeq + 1))
            return false;
        fork.LastRSeq = rseq;
        var prack = fork.Dialog.Request("PRACK");
        prack.Headers.Add(HeaderNames.RAck, $"{rseq} {response.Headers[HeaderNames.CSeq]}");
        Sender(fork.Dialog).Send(prack, _ => { }, _ => { });
        return true;
    }

    private DialogSender Sender(Dialog dialog) => new(call.Sip, dialog, Credentials.Of(trunk!.Options), hop!);

    /// <summary>The first 2xx is the call; a repeat gets its ACK again, another fork's ACK and BYE (RFC 3261 §13.2.2.4).</summary>
    private void OnSuccess(SipResponse response)
    {
        if (response.To?.Tag is not { } tag || Dialog.From(invite!, response) is not { } dialog)
        {
            Finish(CallEndKind.NoMedia, response.Status, response);
            return;
        }
        if (call.Dialog is { } standing && standing.RemoteTag == tag)
        {
            standing.Acknowledge();
            return;
        }
        if (goodbyes.TryGetValue(tag, out var leaving))
        {
            leaving.SendAck(leaving.Dialog.Request("ACK", invite!.CSeq!.Value.Number));
            return;
        }
        dialog.After(early.GetValueOrDefault(tag)?.Dialog);
        if (finished || stopped is not null)
        {
            Dismiss(Sender(dialog), tag, invite!);
            Finish(stopped ?? CallEndKind.Cancelled, response.Status, response);
            return;
        }
        Answer(response, dialog, tag);
    }

    private void Answer(SipResponse response, Dialog dialog, string tag)
    {
        var plan = response.HasSdp && SessionDescription.Parse(response.Body) is { } sdp ? call.Sdp!.ReadAnswer(sdp) : null;
        if (plan is null && !(early.TryGetValue(tag, out var fork) && fork.Described))
        {
            Dismiss(Sender(dialog), tag, invite!);
            Finish(CallEndKind.NoMedia, response.Status, response);
            return;
        }
        finished = true;
        setupLimit?.Cancel();
        ringLimit?.Cancel();
        var standing = new CallDialog(call, Sender(dialog), invite!.CSeq!.Value.Number, request.MaxDuration);
        standing.Acknowledge();
        if (plan is not null)
            call.Media!.Apply(plan);
        call.Story.Answered();
        call.ListenAnswered(request.Progress);
        standing.Begin(response, weAreCaller: true);
    }

    private readonly Dictionary<string, DialogSender> goodbyes = [];

    // A 2xx nobody wants, because it crossed our CANCEL, came too late or lost the race of forks, still has to be acknowledged.
    private void Dismiss(DialogSender sender, string tag, SipRequest answered)
    {
        if (!goodbyes.ContainsKey(tag) && goodbyes.Count >= MaxForks)
            return;
        var repeated = !goodbyes.TryAdd(tag, sender);
        sender.SendAck(sender.Dialog.Request("ACK", answered.CSeq!.Value.Number));
        if (!repeated)
            sender.Bye(null, () => { });
    }

    /// <summary>Requests inside an early dialog: UPDATE may move early media (RFC 3311).</summary>
    public void OnRequest(SipRequest message, ServerTransaction transaction)
    {
        var status = message.Method is "OPTIONS" or "INFO" or "NOTIFY" ? 200 : message.Method == "UPDATE" ? 0 : 481;
        if (status == 0 && message.HasSdp && SessionDescription.Parse(message.Body) is { } sdp && call.Sdp?.Answer(sdp) is { } answer)
        {
            call.Media?.Apply(answer.Plan);
            var accepted = SipResponse.Answering(message, 200);
            accepted.Headers.Add(HeaderNames.Contact, invite!.Headers[HeaderNames.Contact]!);
            accepted.SetSdp(answer.Body);
            transaction.Respond(accepted);
            return;
        }
        transaction.Respond(SipResponse.Answering(message, status == 0 ? (message.HasSdp ? 488 : 200) : status));
    }

    public void OnAck(SipRequest ack)
    {
    }
}
