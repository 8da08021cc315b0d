using System.Globalization;
using System.Net;
using Herald.Sip.Media;
using Herald.Sip.Tests.Lab;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Sip.Tests.Calls;

public class InboundCallTests
{
    private const string Number = "+15550001000";

    private static SipEndpoint Listen(Func<IncomingCall, CancellationToken, Task> take) =>
        new(Agent.Options(), TimeProvider.System, NullLoggerFactory.Instance, new Desk(Number, take));

    private static PeerProcess Caller(SipEndpoint endpoint, TempFolder folder, string number, params string[] extra) =>
        new("sipp", folder.Path,
        [
            endpoint.Bound(SipTransport.Udp).ToString(), "-sn", "uac", "-s", number, "-i", "127.0.0.1", "-p", Text(LoopbackPorts.Free()), "-mi", "127.0.0.1",
            "-mp", Text(LoopbackPorts.Free()), "-m", "1", "-d", "500", "-nostdin", "-timeout", "10s", "-timeout_error", .. extra,
        ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_call_to_our_number_is_answered_and_hung_up_by_the_caller()
    {
        using var folder = new TempFolder();
        var end = new TaskCompletionSource<CallEnd>();
        await using var endpoint = Listen(async (incoming, _) =>
        {
            incoming.To.ShouldBe(Number);
            incoming.From.ShouldBe("sipp");
            var call = await incoming.AnswerAsync();
            end.SetResult(await call!.Ended);
        });
        await using var sipp = Caller(endpoint, folder, Number);
        (await sipp.ExitAsync(TimeSpan.FromSeconds(15))).ShouldBe(0);
        var ended = await end.Task.WaitAsync(TimeSpan.FromSeconds(5));
        ended.Kind.ShouldBe(CallEndKind.HungUp);
        ended.HungUpBy.ShouldBe(Party.Them);
    }

    [Fact]
    public async Task A_call_to_another_number_costs_nothing_and_hears_480()
    {
        using var folder = new TempFolder();
        await using var endpoint = Listen((_, _) => throw new InvalidOperationException("not to be asked"));
        await using var sipp = Caller(endpoint, folder, "999", "-trace_msg", "-message_file", folder["messages"]);
        (await sipp.ExitAsync(TimeSpan.FromSeconds(15))).ShouldBe(1);
        (await File.ReadAllTextAsync(folder["messages"])).ShouldContain("SIP/2.0 480 ");
        endpoint.Core.Transactions.Servers.ShouldBe(0);
        endpoint.Stats.Calls.ShouldBe(0);
        endpoint.Stats.Strangers.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_handler_that_returns_or_throws_refuses_with_480()
    {
        using var folder = new TempFolder();
        await using var endpoint = Listen((_, _) => throw new InvalidOperationException("handler's own fault"));
        await using var sipp = Caller(endpoint, folder, Number, "-trace_msg", "-message_file", folder["messages"]);
        (await sipp.ExitAsync(TimeSpan.FromSeconds(15))).ShouldBe(1);
        (await File.ReadAllTextAsync(folder["messages"])).ShouldContain("SIP/2.0 480 ");
    }

    [Fact]
    public async Task Two_endpoints_talk_to_each_other()
    {
        var answered = new TaskCompletionSource<Call>();
        await using var desk = Listen(async (incoming, _) =>
        {
            var call = await incoming.AnswerAsync();
            answered.TrySetResult(call!);
            await call!.Ended;
        });
        await using var first = Agent.Start(Trunk(desk));
        var call = first.Call(Agent.To(Number));
        await call.AnsweredAsync();
        var theirs = await answered.Task.WaitAsync(TimeSpan.FromSeconds(5));
        var ear = new Ear(theirs, 400);
        await call.PlayAsync(Tones.Tone(800, 600));
        Ear.Purity((await ear.HeardAsync()).AsSpan(0, 3_000), 800).ShouldBeGreaterThan(0.9);
        await call.SendDtmfAsync("42");
        (await theirs.NextAsync<CallEvent.Dtmf>()).Key.ShouldBe('4');
        (await theirs.NextAsync<CallEvent.Dtmf>()).Key.ShouldBe('2');
        await theirs.HangUpAsync();
        (await call.EndAsync()).HungUpBy.ShouldBe(Party.Them);
    }

    [Fact]
    public async Task The_caller_may_give_up_while_it_rings()
    {
        var cancelled = new TaskCompletionSource();
        await using var desk = Listen(async (incoming, cancel) =>
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            }
            catch (OperationCanceledException)
            {
                (await incoming.AnswerAsync()).ShouldBeNull();
                cancelled.SetResult();
            }
        });
        await using var first = Agent.Start(Trunk(desk));
        using var cancel = new CancellationTokenSource();
        var call = first.Call(Agent.To(Number), cancel.Token);
        await Until(() => desk.Stats.Calls == 1);
        await cancel.CancelAsync();
        (await call.EndAsync()).Kind.ShouldBe(CallEndKind.Cancelled);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(5));
        await Until(() => desk.Stats.Calls == 0);
    }

    [Fact]
    public async Task A_full_endpoint_says_503()
    {
        await using var desk = new SipEndpoint(Agent.Options() with { MaxCalls = 1 }, TimeProvider.System, NullLoggerFactory.Instance,
            new Desk(Number, async (incoming, _) => await (await incoming.AnswerAsync())!.Ended));
        await using var first = Agent.Start(Trunk(desk));
        var one = first.Call(Agent.To(Number));
        await one.AnsweredAsync();
        (await first.Call(Agent.To(Number)).EndAsync()).SipCode.ShouldBe(503);
        await one.HangUpAsync();
    }

    private static TrunkOptions Trunk(SipEndpoint desk) =>
        new() { Name = "desk", Host = IPAddress.Loopback.ToString(), Port = desk.Bound(SipTransport.Udp).Port, KeepAlive = TimeSpan.Zero };

    private static Task Until(Func<bool> condition) => Trunks.KamailioTests.Until(condition);
}
