using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Dispatch.Channels.Simulated;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>The loop around the pass, on the real clock: when it wakes, and that it sleeps.</summary>
public class LoopTests
{
    [Fact]
    public async Task A_window_that_opens_while_nothing_happens_starts_its_attempt_soon()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(engagement);
        rig.Engine.Run(engagement.Id);
        var opens = rig.Now + Duration.FromMilliseconds(700);
        for (var i = 0; i < 20; i++)
            await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: opens + Duration.FromMilliseconds(i * 100) - rig.Now));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Started.Count == 20);

        var late = rig.Store.Watch.Started.Select((start, i) => start.At - (opens + Duration.FromMilliseconds(i * 100))).Order().ToList();
        late[0].ShouldBeGreaterThanOrEqualTo(Duration.Zero);
        // The goal is 250 ms at the 99th percentile on an idle machine; this one may be building meanwhile.
        late[10].ShouldBeLessThan(Duration.FromMilliseconds(250));
    }

    [Fact]
    public async Task An_accepted_request_that_may_start_does_so_without_waiting_for_a_tick()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(engagement, new DispatchOptions { Tick = TimeSpan.FromSeconds(10), StopTimeout = TimeSpan.Zero });
        rig.Engine.Run(engagement.Id);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Started.Count == 1);
        (rig.Now - rig.Store.Watch.Started.Single().At).ShouldBeLessThan(Duration.FromSeconds(5));
    }

    [Fact]
    public async Task A_loop_with_nothing_due_runs_no_passes()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(engagement);
        var loop = rig.Engine.Run(engagement.Id)!;
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2)));
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        loop.Passes.ShouldBeLessThan(4);
    }

    [Fact]
    public async Task A_rate_paces_the_starts_of_a_profile()
    {
        var engagement = Make.Engagement(Channel.Sms, Make.Sms with { Rate = 20 });
        await using var rig = await RigAsync(engagement);
        for (var i = 0; i < 30; i++)
            await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        rig.Engine.Run(engagement.Id);
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Started.Count == 30);
        var started = rig.Store.Watch.Started.Select(start => start.At).ToList();
        foreach (var from in started)
            started.Count(at => from <= at && at < from + Duration.FromSeconds(1)).ShouldBeLessThanOrEqualTo(23);
        (started[^1] - started[0]).ShouldBeGreaterThan(Duration.FromSeconds(1));
    }

    [Fact]
    public async Task Two_drivers_of_one_engagement_start_every_delivery_once()
    {
        var engagement = Make.Engagement(Channel.Sms);
        await using var rig = await RigAsync(engagement, zero: true);
        for (var i = 0; i < 400; i++)
            await rig.AcceptAsync(Make.Task(engagement, rig.Now));
        var one = rig.Engine.DriverOf(engagement.Id);
        var two = rig.Engine.DriverOf(engagement.Id);
        while (rig.Store.Watch.Started.Count < 400)
        {
            await Task.WhenAll(PassAsync(one), PassAsync(two));
            await rig.Engine.SettledAsync();
        }

        rig.Store.Watch.Started.Select(start => start.DeliveryId).Distinct().Count().ShouldBe(400);
        rig.Store.Watch.Started.Count.ShouldBe(400);

        async Task PassAsync(Dispatching.EngagementDriver driver)
        {
            await driver.LookAroundAsync(rig.Now, default);
            await driver.RunOnceAsync(rig.Now, default);
        }
    }

    private static async Task<EngineRig> RigAsync(Engagement engagement, DispatchOptions? options = null, bool zero = false) =>
        await EngineRig.StartAsync(await StoreUnderTest.Sqlite(), TimeProvider.System, new SimulatedOptions { TimeScale = zero ? 0 : 0.01 }, options, engagement);
}
