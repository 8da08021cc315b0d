using System.Net;
using Herald.Sip.Core;
using Herald.Sip.Dialogs;
using Herald.Sip.Messages;
using Herald.Sip.Sdp;
using Herald.Sip.Transactions;

namespace Herald.Sip.Calls;

/// <summary>From a caller's INVITE to our answer, refusal, or his giving up. On the loop but for what <see cref="IncomingCall"/> reads.</summary>
internal sealed partial class InboundSetup
{
    private readonly CallCore call;
    private readonly SipRequest invite;
    private readonly ServerTransaction transaction;
    private Action giveUp = () => { };
    private bool decided;

    public InboundSetup(CallCore call, SipRequest invite, ServerTransaction transaction)
    {
        (this.call, this.invite, this.transaction) = (call, invite, transaction);
        call.CallId = invite.CallId;
        call.Stopping = () => Refuse(480);
        Called = SipUri.Parse(invite.Uri)?.PlainUser ?? "";
        Caller = CallerOf(invite);
        transaction.Cancelled = GiveUp;
        call.Story.Started();
    }

    public string Called { get; }

    public string Caller { get; }

    public string CallId => invite.CallId;

    public IPEndPoint Source => transaction.From.EndPoint;

    /// <summary>Tells the caller that we work on it, and asks the handler.</summary>
    public void Begin(IIncomingCalls handler)
    {
        transaction.Respond(SipResponse.Answering(invite, 100));
        var gone = new CancellationTokenSource();
        giveUp = () => _ = gone.CancelAsync();
        _ = RunAsync(handler, gone);
    }

    public Task<Call?> AnswerAsync(TimeSpan maxDuration) => call.Sip.Loop.AskAsync(() => Answer(maxDuration) ? new Call(call) : null);

    public void Refuse(int status) => call.Sip.Loop.Post(() => Decline(status, CallEndKind.Rejected));

    private async Task RunAsync(IIncomingCalls handler, CancellationTokenSource gone)
    {
        try
        {
            await handler.TakeAsync(new(this), gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The caller gave up, and so did the handler.
        }
        catch (Exception e)
        {
            LogHandlerFailed(call.Sip.Log, e, invite.CallId);
        }
        call.Sip.Loop.Post(() =>
        {
            giveUp = () => { };
            gone.Dispose();
            Decline(480, CallEndKind.Rejected);
        });
    }

    private bool Answer(TimeSpan maxDuration)
    {
        if (decided)
            return false;
        var tag = Ids.Tag();
        if (Dialog.From(invite, tag) is not { } dialog || !call.OpenMedia())
        {
            Decline(500, CallEndKind.Rejected);
            return false;
        }
        var local = call.Sip.Transport.LocalFor(transaction.From);
        call.Sdp = new(new(local.Address, call.Media!.Port), [Codec.Pcma, Codec.Pcmu], call.Sip.Time.GetUtcNow().ToUnixTimeSeconds());
        if (Describe() is not { } described)
        {
            Decline(488, CallEndKind.Rejected);
            return false;
        }
        decided = true;
        var response = SipResponse.Answering(invite, 200, tag);
        foreach (var route in invite.Headers.List(HeaderNames.RecordRoute))
            response.Headers.Add(HeaderNames.RecordRoute, route);
        response.Headers.Add(HeaderNames.Contact, call.Sip.ContactFor(transaction.From, Called));
        response.Headers.Add(HeaderNames.Allow, "INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, NOTIFY, INFO");
        response.Headers.Add(HeaderNames.Supported, "timer, replaces");
        response.SetSdp(described.Body);
        if (described.Plan is not null)
            call.Media.Apply(described.Plan);
        Stand(dialog, response, maxDuration, awaitsAnswer: described.Plan is null);
        return true;
    }

    // Without an offer in the INVITE ours goes into the 200, and their answer comes with the ACK (RFC 3264 §4).
    private (byte[] Body, MediaPlan? Plan)? Describe()
    {
        if (!invite.HasSdp)
            return (call.Sdp!.Offer(), null);
        return SessionDescription.Parse(invite.Body) is { } offer && call.Sdp!.Answer(offer) is { } answer ? (answer.Body, answer.Plan) : null;
    }

    private void Stand(Dialog dialog, SipResponse response, TimeSpan maxDuration, bool awaitsAnswer)
    {
        var standing = new CallDialog(call, new(call.Sip, dialog, null, transaction.From), 0, maxDuration);
        if (SessionExpiry.Read(invite) is { } session && invite.Headers.Names(HeaderNames.Supported, "timer"))
        {
            response.Headers.Add(HeaderNames.Require, "timer");
            response.Headers.Add(HeaderNames.SessionExpires, SessionExpiry.Write(session));
        }
        standing.Begin(response, weAreCaller: false);
        transaction.Respond(response);
        standing.RepeatUntilAck(transaction, response, awaitsAnswer);
        call.Story.Answered();
    }

    private void GiveUp(SipRequest cancel)
    {
        if (!decided)
            giveUp();
        Decline(487, CallEndKind.Cancelled, cancel);
    }

    private void Decline(int status, CallEndKind kind, SipRequest? why = null)
    {
        if (decided)
            return;
        decided = true;
        transaction.Respond(SipResponse.Answering(invite, status, Ids.Tag()));
        call.End(kind, status, why, why is null ? Party.Us : Party.Them);
    }

    private static string CallerOf(SipRequest invite)
    {
        var asserted = invite.Headers.List(HeaderNames.PAssertedIdentity) is [var first, ..] ? NameAddr.Parse(first) : null;
        var user = (asserted ?? invite.From)?.Uri?.PlainUser ?? "";
        return user.Equals("anonymous", StringComparison.OrdinalIgnoreCase) ? "" : user;
    }
}
