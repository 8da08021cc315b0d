using System.Diagnostics;
using Herald.Core.Deliveries;
using Herald.Dispatch.Channels.Simulated;
using Herald.Store;
using Herald.Store.Intake;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

public class Probe
{
    [Theory(Explicit = true)]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Run(string kind)
    {
        await using var place = kind == "sqlite" ? await StoreUnderTest.Sqlite() : await StoreUnderTest.Postgres();
        var engagement = Make.Engagement(Channel.Sms, Make.Sms with { Receipts = true });
        await using var rig = await EngineRig.StartAsync(place, TimeProvider.System, new SimulatedOptions { TimeScale = 0 }, null, engagement);
        const int n = 40000;
        for (var round = 0; round < 2; round++)
        {
            var now = rig.Now;
            var sw = Stopwatch.StartNew();
            for (var k = 0; k < n; k += 5000)
                await Task.WhenAll(Enumerable.Range(0, 5000).Select(i => rig.Engine.Intake.AcceptAsync(Make.Task(engagement, now, opens: Duration.FromSeconds(0), contacts: Make.Contact("+1555" + (1000000 + k + i))), null, default).AsTask()));
            TestContext.Current.TestOutputHelper!.WriteLine($"accept {n / sw.Elapsed.TotalSeconds:0}/s");
            Console.WriteLine($"{kind} accept {n / sw.Elapsed.TotalSeconds:0}/s; {rig.Store.Watch.Finished.Count} done meanwhile");
            sw.Restart();
            var before = rig.Store.Watch.Finished.Count;
            var loop = rig.Engine.Run(engagement.Id)!;
            loop.Wake(now);
            await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count >= n * (round + 1));
            Console.WriteLine($"{kind} dispatch {(n * (round + 1) - before) / sw.Elapsed.TotalSeconds:0}/s passes {loop.Passes} finished {rig.Store.Watch.Finished.Count}");
            await rig.Engine.LeaveAsync(engagement.Id);
        }
    }
}
