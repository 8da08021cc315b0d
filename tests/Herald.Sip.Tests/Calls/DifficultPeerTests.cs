using System.Text;
using Herald.Sip.Messages;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Calls;

/// <summary>Peers that fork, repeat, challenge twice, forget and vanish.</summary>
public sealed class DifficultPeerTests : IAsyncDisposable
{
    private readonly RawPeer peer = new();
    private readonly SipEndpoint endpoint;

    public DifficultPeerTests() => endpoint = Agent.Start(Agent.Options(peer.Trunk() with { Username = "u", Password = "p" }) with { Timers = SipTimers.Scaled(TimeSpan.FromMilliseconds(20)) });

    public async ValueTask DisposeAsync()
    {
        var closing = endpoint.DisposeAsync().AsTask();
        await peer.AnswerGoodbyesAsync(until: closing);
        peer.Dispose();
    }

    private async Task<(Call Call, SipRequest Invite)> AnsweredAsync(params string[] rows)
    {
        var call = endpoint.Call(Agent.To("1"));
        var invite = await peer.RequestAsync("INVITE");
        await peer.AnswerAsync(invite, 200, "them", peer.Sdp(), rows);
        await peer.RequestAsync("ACK");
        await call.AnsweredAsync();
        return (call, invite);
    }

    [Fact]
    public async Task Each_repeat_of_the_answer_is_acknowledged_again()
    {
        var (_, invite) = await AnsweredAsync();
        for (var i = 0; i < 3; i++)
        {
            await peer.AnswerAsync(invite, 200, "them", peer.Sdp());
            var ack = await peer.RequestAsync("ACK");
            ack.To!.Tag.ShouldBe("them");
            ack.CSeq!.Value.Number.ShouldBe(invite.CSeq!.Value.Number);
        }
    }

    [Fact]
    public async Task A_second_person_who_answers_is_acknowledged_and_hung_up()
    {
        var (call, invite) = await AnsweredAsync();
        await peer.AnswerAsync(invite, 200, "second", peer.Sdp());
        (await peer.RequestAsync("ACK")).To!.Tag.ShouldBe("second");
        (await peer.RequestAsync("BYE")).To!.Tag.ShouldBe("second");
        call.Ended.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_without_usable_media_is_hung_up()
    {
        var call = endpoint.Call(Agent.To("1"));
        var invite = await peer.RequestAsync("INVITE");
        await peer.AnswerAsync(invite, 200, "them", "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 18\r\n");
        await peer.RequestAsync("ACK");
        await peer.RequestAsync("BYE");
        (await call.EndAsync()).Kind.ShouldBe(CallEndKind.NoMedia);
    }

    [Fact]
    public async Task A_stale_nonce_is_answered_again_and_a_second_refusal_is_the_end()
    {
        var call = endpoint.Call(Agent.To("1"));
        var first = await peer.RequestAsync("INVITE");
        await peer.AnswerAsync(first, 407, "a", null, "Proxy-Authenticate: Digest realm=\"r\", nonce=\"one\", qop=\"auth\"", "Proxy-Authenticate: Digest realm=\"r\", nonce=\"two\", qop=\"auth\", algorithm=SHA-256");
        var second = await peer.RequestAsync("INVITE");
        second.Headers["Proxy-Authorization"]!.ShouldContain("algorithm=SHA-256");
        second.CSeq!.Value.Number.ShouldBe(first.CSeq!.Value.Number + 1);
        second.CallId.ShouldBe(first.CallId);
        await peer.AnswerAsync(second, 407, "b", null, "Proxy-Authenticate: Digest realm=\"r\", nonce=\"three\", qop=\"auth\", stale=TRUE");
        var third = await peer.RequestAsync("INVITE");
        third.Headers["Proxy-Authorization"]!.ShouldContain("nonce=\"three\"");
        third.Headers.CountOf("Proxy-Authorization").ShouldBe(1);
        await peer.AnswerAsync(third, 407, "c", null, "Proxy-Authenticate: Digest realm=\"r\", nonce=\"four\", qop=\"auth\"");
        (await call.EndAsync()).SipCode.ShouldBe(407);
    }

    [Fact]
    public async Task A_session_that_is_too_short_is_asked_again_longer()
    {
        var call = endpoint.Call(Agent.To("1"));
        await peer.AnswerAsync(await peer.RequestAsync("INVITE"), 422, "a", null, "Min-SE: 3600");
        var second = await peer.RequestAsync("INVITE");
        second.Headers["Session-Expires"].ShouldBe("3600");
        second.Headers["Min-SE"].ShouldBe("3600");
        await peer.AnswerAsync(second, 486, "b");
        (await call.EndAsync()).SipCode.ShouldBe(486);
    }

    [Theory]
    [InlineData("Allow: INVITE, UPDATE", "UPDATE")]
    [InlineData("Allow: INVITE", "INVITE")]
    public async Task We_refresh_the_session_and_a_peer_that_forgot_it_ends_the_call(string allow, string method)
    {
        var (call, _) = await AnsweredAsync("Session-Expires: 1;refresher=uac", allow);
        var refresh = await peer.RequestAsync(method);
        refresh.Headers["Session-Expires"].ShouldBe("1;refresher=uac");
        await peer.AnswerAsync(refresh, 200, null, method == "INVITE" ? peer.Sdp() : null, "Session-Expires: 1;refresher=uac");
        if (method == "INVITE")
            (await peer.RequestAsync("ACK")).CSeq!.Value.Number.ShouldBe(refresh.CSeq!.Value.Number);
        await peer.AnswerAsync(await peer.RequestAsync(method), 481);
        var end = await call.EndAsync();
        end.Kind.ShouldBe(CallEndKind.Lost);
        end.SipCode.ShouldBe(481);
    }

    [Fact]
    public async Task A_peer_that_promised_to_refresh_and_does_not_is_hung_up()
    {
        var (call, _) = await AnsweredAsync("Session-Expires: 1;refresher=uas");
        (await peer.RequestAsync("BYE")).Headers["Reason"]!.ShouldContain("session timer");
        (await call.EndAsync()).Kind.ShouldBe(CallEndKind.Lost);
    }

    [Fact]
    public async Task Their_refresh_keeps_the_call()
    {
        var (call, invite) = await AnsweredAsync("Session-Expires: 1;refresher=uas");
        for (var i = 1; i < 4; i++)
        {
            await peer.SendAsync(peer.InDialog(invite, "them", "UPDATE", i, "Session-Expires: 1;refresher=uac", "Supported: timer"));
            var response = await peer.ResponseAsync();
            response.Status.ShouldBe(200);
            response.Headers["Session-Expires"].ShouldBe("1;refresher=uac");
            await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
        }
        call.Ended.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_reinvite_without_offer_gets_ours_repeated_until_acknowledged()
    {
        var (call, invite) = await AnsweredAsync();
        await peer.SendAsync(peer.InDialog(invite, "them", "INVITE", 1));
        var first = await peer.ResponseAsync();
        first.HasSdp.ShouldBeTrue();
        (await peer.ResponseAsync()).CSeq.ShouldBe(first.CSeq);
        var ack = peer.InDialog(invite, "them", "ACK", 1);
        ack.SetSdp(Encoding.UTF8.GetBytes(peer.Sdp("sendonly").Replace("m=audio 9", "m=audio 4444", StringComparison.Ordinal)));
        await peer.SendAsync(ack);
        (await call.NextAsync<CallEvent.Hold>()).OnHold.ShouldBeTrue();
    }

    [Fact]
    public async Task A_reinvite_that_is_never_acknowledged_ends_the_call()
    {
        var (call, invite) = await AnsweredAsync();
        var reinvite = peer.InDialog(invite, "them", "INVITE", 1);
        reinvite.SetSdp(Encoding.UTF8.GetBytes(peer.Sdp()));
        await peer.SendAsync(reinvite);
        (await call.EndAsync()).Kind.ShouldBe(CallEndKind.Lost);
    }

    [Fact]
    public async Task An_offer_we_cannot_take_is_refused_and_the_call_stands()
    {
        var (call, invite) = await AnsweredAsync();
        var reinvite = peer.InDialog(invite, "them", "INVITE", 1);
        reinvite.SetSdp(Encoding.UTF8.GetBytes(peer.Sdp().Replace("RTP/AVP 8 101", "RTP/SAVP 8 101", StringComparison.Ordinal)));
        await peer.SendAsync(reinvite);
        (await peer.ResponseAsync()).Status.ShouldBe(488);
        call.Ended.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Requests_out_of_order_are_refused_and_a_repeat_gets_the_same_answer()
    {
        var (_, invite) = await AnsweredAsync();
        var options = peer.InDialog(invite, "them", "OPTIONS", 10);
        await peer.SendAsync(options);
        (await peer.ResponseAsync()).Status.ShouldBe(200);
        await peer.SendAsync(peer.InDialog(invite, "them", "OPTIONS", 9));
        (await peer.ResponseAsync()).Status.ShouldBe(500);
        await peer.SendAsync(options);
        (await peer.ResponseAsync()).CSeq!.Value.Number.ShouldBe(10u);
    }

    [Fact]
    public async Task The_cause_of_their_goodbye_is_told()
    {
        var (call, invite) = await AnsweredAsync();
        await peer.SendAsync(peer.InDialog(invite, "them", "BYE", 1, "Reason: SIP;cause=200, Q.850;cause=16;text=\"Normal call clearing\""));
        var end = await call.EndAsync();
        end.Q850.ShouldBe(16);
        end.ReasonText.ShouldBe("Normal call clearing");
        end.HungUpBy.ShouldBe(Party.Them);
    }

    [Fact]
    public async Task Keys_sent_as_info_are_keys()
    {
        var (call, invite) = await AnsweredAsync();
        var info = peer.InDialog(invite, "them", "INFO", 1, "Content-Type: application/dtmf-relay");
        info.Body = "Signal=7\r\nDuration=160\r\n"u8.ToArray();
        await peer.SendAsync(info);
        (await call.NextAsync<CallEvent.Dtmf>()).Key.ShouldBe('7');
    }

    [Fact]
    public async Task A_cancel_waits_for_a_provisional_answer_and_the_caller_does_not()
    {
        using var cancel = new CancellationTokenSource();
        var call = endpoint.Call(Agent.To("1"), cancel.Token);
        var invite = await peer.RequestAsync("INVITE");
        await cancel.CancelAsync();
        (await call.EndAsync()).Kind.ShouldBe(CallEndKind.Cancelled);
        await peer.AnswerAsync(invite, 100);
        var sent = await peer.RequestAsync("CANCEL");
        sent.TopVia!.Branch.ShouldBe(invite.TopVia!.Branch);
        sent.CSeq!.Value.Number.ShouldBe(invite.CSeq!.Value.Number);
    }

    [Fact]
    public async Task A_trunk_that_tries_for_ever_meets_the_setup_limit_and_forgets_the_487()
    {
        var call = endpoint.Call(Agent.To("1") with { SetupTimeout = TimeSpan.FromMilliseconds(200) });
        var invite = await peer.RequestAsync("INVITE");
        await peer.AnswerAsync(invite, 100);
        await peer.AnswerAsync(await peer.RequestAsync("CANCEL"), 200);
        var end = await call.EndAsync();
        end.Kind.ShouldBe(CallEndKind.SetupLimit);
        end.SipCode.ShouldBe(408);
    }

    [Fact]
    public async Task Handing_on_to_another_call_names_the_call_to_be_replaced()
    {
        var (call, _) = await AnsweredAsync();
        var (other, otherInvite) = await AnsweredAsync();
        var transfer = call.TransferAsync(other);
        var refer = await peer.RequestAsync("REFER");
        var to = NameAddr.Parse(refer.Headers["Refer-To"])!;
        to.Uri!.Host.ShouldBe("127.0.0.1");
        Uri.UnescapeDataString(to.Uri.Headers).ShouldBe($"Replaces={otherInvite.CallId};to-tag=them;from-tag={otherInvite.From!.Tag}");
        await peer.AnswerAsync(refer, 405);
        (await transfer.WaitAsync(TimeSpan.FromSeconds(5))).ShouldBe(405);
    }

    [Fact]
    public async Task A_wait_asked_for_is_told()
    {
        var call = endpoint.Call(Agent.To("1"));
        await peer.AnswerAsync(await peer.RequestAsync("INVITE"), 480, "a", null, "Retry-After: 120 (back soon);duration=60");
        (await call.EndAsync()).RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_person_who_answers_after_we_gave_up_is_hung_up_and_not_left_in_silence()
    {
        var call = endpoint.Call(Agent.To("1"));
        var invite = await peer.RequestAsync("INVITE");
        (await call.EndAsync()).Kind.ShouldBe(CallEndKind.NoResponse);
        await peer.AnswerAsync(invite, 200, "late", peer.Sdp());
        (await peer.RequestAsync("ACK")).To!.Tag.ShouldBe("late");
        await peer.AnswerAsync(await peer.RequestAsync("BYE"), 200);
    }

    [Fact]
    public async Task A_silent_trunk_that_answers_after_the_next_one_was_tried_is_hung_up_there()
    {
        using var second = new RawPeer();
        await using var two = Agent.Start(Agent.Options(peer.Trunk("first"), second.Trunk("second")) with { Timers = SipTimers.Scaled(TimeSpan.FromMilliseconds(20)) });
        var call = two.Call(Agent.To("1"));
        var silent = await peer.RequestAsync("INVITE");
        var taken = await second.RequestAsync("INVITE");
        taken.CallId.ShouldNotBe(silent.CallId);
        await second.AnswerAsync(taken, 200, "good", second.Sdp());
        await second.RequestAsync("ACK");
        await call.AnsweredAsync();
        await peer.AnswerAsync(silent, 200, "late", peer.Sdp());
        var bye = await peer.RequestAsync("BYE");
        bye.CallId.ShouldBe(silent.CallId);
        bye.From!.Tag.ShouldBe(silent.From!.Tag);
        await peer.AnswerAsync(bye, 200);
        call.Ended.IsCompleted.ShouldBeFalse();
        _ = call.HangUpAsync();
        await second.AnswerAsync(await second.RequestAsync("BYE"), 200);
    }
}
