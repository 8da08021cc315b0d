using System.Diagnostics;
using Herald.Core.Planning;
using Herald.Dispatch.Dispatching;
using Herald.Store;
using Herald.Store.Queue;

namespace Herald.Bench.Scenarios;

/// <summary>Where the time of a pick of 500 goes.</summary>
internal static class RulesCost
{
    public static async Task PrintAsync(IHeraldStore store, string name)
    {
        var settings = await store.Settings.LoadAsync(CancellationToken.None);
        var reader = new FactReader(store);
        double pick = 0, facts = 0, plan = 0, demands = 0, start = 0;
        const int rounds = 12;
        for (var round = 0; round < rounds; round++)
        {
            var now = Work.SystemClockNow();
            var clock = Stopwatch.StartNew();
            var rows = await store.Queue.PickAsync(Work.Engagement, 500, null, CancellationToken.None);
            Add(ref pick);
            var known = FactReader.OfSettings(settings, Work.Engagement, rows[0].Task.Channel);
            var read = await reader.ReadPausesAsync(known, [.. rows.Select(row => (row.Task, (int?)0))], now, CancellationToken.None);
            Add(ref facts);
            var steps = rows.Select(row => (NextStep.Attempt)Planner.Next(row.Task, row.History, read, now)).ToList();
            Add(ref plan);
            var starts = rows.Zip(steps).Select(pair => new StartRow(
                pair.First.DeliveryId, pair.First.Task.Id, 1, pair.Second.Candidate, pair.Second.Window, pair.Second.ClosesAt, ContactKey.Of(pair.First.Task.Contacts[0], pair.Second.Candidate.Number), null, "UTC",
                Planner.Demands(pair.First.Task, pair.Second.Candidate, read, now), pair.First.Task.Contacts[0].InputAttributes)).ToList();
            Add(ref demands);
            await store.Queue.StartAsync(new StartBatch(Guid.NewGuid(), Work.Engagement, now, starts, []), CancellationToken.None);
            Add(ref start);

            void Add(ref double sum)
            {
                if (round >= 4)
                    sum += clock.Elapsed.TotalMilliseconds;
                clock.Restart();
            }
        }

        const double counted = rounds - 4;
        Console.WriteLine($"a pick of 500, {name}: pick {pick / counted:0.0}, facts {facts / counted:0.0}, plan {plan / counted:0.0}, demands {demands / counted:0.0}, start {start / counted:0.0} ms");
    }
}
