using Herald.Sip.Tests.Lab;
using Herald.Sip.Transactions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Sip.Tests.Transactions;

public class TransactionTimingTests
{
    [Fact]
    public async Task An_invite_is_repeated_at_doubling_gaps_and_given_up_after_32_seconds()
    {
        using var peer = new RawPeer();
        var time = new FakeTimeProvider();
        var endpoint = new SipEndpoint(Agent.Options(peer.Trunk()), time, NullLoggerFactory.Instance);
        var call = endpoint.Call(Agent.To("1") with { SetupTimeout = TimeSpan.FromSeconds(60) });
        var first = await peer.RequestAsync("INVITE");
        foreach (var gap in new[] { 0.5, 1, 2, 4, 8, 16 })
        {
            time.Advance(TimeSpan.FromSeconds(gap) - TimeSpan.FromMilliseconds(1));
            peer.IsQuiet.ShouldBeTrue();
            time.Advance(TimeSpan.FromMilliseconds(1));
            (await peer.RequestAsync("INVITE")).TopVia!.Branch.ShouldBe(first.TopVia!.Branch);
        }
        call.Ended.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(500));
        (await call.EndAsync()).Kind.ShouldBe(CallEndKind.NoResponse);
        await CloseAsync(endpoint, time);
    }

    [Fact]
    public async Task Other_requests_are_repeated_at_most_every_four_seconds()
    {
        using var peer = new RawPeer();
        var time = new FakeTimeProvider();
        var endpoint = new SipEndpoint(Agent.Options(peer.Trunk() with { KeepAlive = TimeSpan.FromSeconds(3_600) }), time, NullLoggerFactory.Instance);
        await peer.RequestAsync("OPTIONS");
        foreach (var gap in new[] { 0.5, 1, 2, 4, 4, 4, 4, 4, 4, 4 })
        {
            time.Advance(TimeSpan.FromSeconds(gap) - TimeSpan.FromMilliseconds(1));
            peer.IsQuiet.ShouldBeTrue();
            time.Advance(TimeSpan.FromMilliseconds(1));
            await peer.RequestAsync("OPTIONS");
        }
        await CloseAsync(endpoint, time);
    }

    // Closing waits for goodbyes on the endpoint's own clock: somebody has to move it.
    private static async Task CloseAsync(SipEndpoint endpoint, FakeTimeProvider time)
    {
        var closing = endpoint.DisposeAsync().AsTask();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var i = 0; i < 1_000 && !closing.IsCompleted; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await pause.WaitForNextTickAsync();
        }
        await closing.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Every_state_of_every_table_can_be_reached_and_left()
    {
        foreach (var table in new[] { TransactionTables.InviteClient, TransactionTables.OtherClient, TransactionTables.InviteServer, TransactionTables.OtherServer })
        {
            table.Keys.ShouldNotContain(key => key.From == TransactionState.Terminated);
            foreach (var start in table.Keys.Select(key => key.From).Distinct())
            {
                var seen = new HashSet<TransactionState> { start };
                while (table.Where(row => seen.Contains(row.Key.From)).Select(row => row.Value.Next).Any(seen.Add))
                {
                }
                seen.ShouldContain(TransactionState.Terminated);
            }
        }
    }

    [Fact]
    public async Task The_real_limits_are_32_seconds_without_an_answer_and_15_of_ringing()
    {
        await using var pstn = await Pstn.StartAsync();
        await using var endpoint = Agent.Start(Agent.Options(pstn.Trunk()) with { MinimumRing = TimeSpan.FromSeconds(15) });
        var silent = endpoint.Call(Agent.To("155512300000") with { SetupTimeout = TimeSpan.FromSeconds(60) });
        var ringing = await endpoint.Call(Agent.To("155512300180") with { RingTimeout = TimeSpan.FromSeconds(15) }).EndAsync(25);
        ringing.Kind.ShouldBe(CallEndKind.RingLimit);
        (ringing.Times.Ended - ringing.Times.Ringing)!.Value.TotalSeconds.ShouldBeInRange(15, 17);
        var unanswered = await silent.EndAsync(30);
        unanswered.Kind.ShouldBe(CallEndKind.NoResponse);
        (unanswered.Times.Ended - unanswered.Times.Started)!.Value.TotalSeconds.ShouldBeInRange(31.9, 34);
    }
}
