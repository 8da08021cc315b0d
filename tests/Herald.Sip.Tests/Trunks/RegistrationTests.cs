using Herald.Sip.Messages;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Trunks;

public class RegistrationTests
{
    [Fact]
    public async Task A_binding_is_asked_for_longer_refreshed_in_time_and_taken_away_at_the_end()
    {
        using var peer = new RawPeer();
        var trunk = peer.Trunk() with { Register = true, Username = "u", Password = "p", Domain = "carrier.test" };
        var endpoint = Agent.Start(Agent.Options(trunk) with { Timers = SipTimers.Scaled(TimeSpan.FromMilliseconds(20)) });
        var first = await peer.RequestAsync("REGISTER");
        first.Uri.ShouldBe("sip:carrier.test");
        first.Headers["To"].ShouldBe("<sip:u@carrier.test>");
        first.Headers["Expires"].ShouldBe("600");
        await peer.AnswerAsync(first, 423, "a", null, "Min-Expires: 900");
        var longer = await NextAsync(peer, first);
        longer.Headers["Expires"].ShouldBe("900");
        longer.CallId.ShouldBe(first.CallId);
        longer.CSeq!.Value.Number.ShouldBeGreaterThan(first.CSeq!.Value.Number);
        endpoint.Trunks[0].Up.ShouldBeFalse();

        await GrantAsync(peer, longer, 2);
        await KamailioTests.Until(() => endpoint.Trunks[0].Up);
        var refresh = await NextAsync(peer, longer);
        await peer.AnswerAsync(refresh, 500, "b");
        await KamailioTests.Until(() => !endpoint.Trunks[0].Up);
        endpoint.Trunks[0].Detail.ShouldBe("the registrar answers 500");
        var again = await NextAsync(peer, refresh);
        await GrantAsync(peer, again, 600);
        await KamailioTests.Until(() => endpoint.Trunks[0].Up);

        var closing = endpoint.DisposeAsync().AsTask();
        var last = await NextAsync(peer, again);
        last.Headers["Expires"].ShouldBe("0");
        await peer.AnswerAsync(last, 200, "c");
        await closing.WaitAsync(TimeSpan.FromSeconds(5));
    }

    // Repeats of the one before are read over.
    private static async Task<SipRequest> NextAsync(RawPeer peer, SipRequest before)
    {
        while (true)
            if (await peer.RequestAsync("REGISTER") is var next && next.CSeq!.Value.Number > before.CSeq!.Value.Number)
                return next;
    }

    private static Task GrantAsync(RawPeer peer, SipRequest register, int seconds)
    {
        var response = SipResponse.Answering(register, 200, "t");
        response.Headers.Add("Contact", "<sip:other@192.0.2.1>;expires=7");
        response.Headers.Add("Contact", register.Headers["Contact"] + ";expires=" + seconds);
        return peer.SendAsync(response);
    }
}
