using System.Diagnostics;
using Herald.Bench.Baselines;
using Herald.Core.Deliveries;
using Herald.Core.Outcomes;
using Herald.Core.Planning;
using Herald.Store;
using Herald.Store.Intake;
using Herald.Store.Queue;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Bench.Scenarios;

/// <summary>Pick, start and finish at the store's interfaces, 500 at a time, without planning or channel.</summary>
internal static class QueueScenario
{
    private const int Rows = 30_000;
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly RowSettings Row = new(DialMode.Copilot, Leader.Bot, null, "+14255550100");

    public static async Task RunAsync(StoreEngine engine)
    {
        await using var place = await Work.OpenAsync(engine);
        await Work.SeedAsync(place.Store);
        await place.Store.Settings.RegisterInstanceAsync(Owner, "bench", Work.SystemClockNow(), CancellationToken.None);
        await Work.AppendAsync(place.Store, Rows * 2, Work.Ready);
        await using var bare = await BareRows.OpenAsync(place.Options);
        await bare.InsertAsync(Rows * 2);
        await MoveAsync(place.Store, Rows / 2);
        await bare.SelectAndUpdateAsync(Rows / 2);
        var baseline = await bare.SelectAndUpdateAsync(Rows);
        var clock = Stopwatch.StartNew();
        await MoveAsync(place.Store, Rows);
        Report.Rate($"pick + start + finish, {engine}", Rows / clock.Elapsed.TotalSeconds, 6_000, baseline);
    }

    private static async Task MoveAsync(IHeraldStore store, int rows)
    {
        PickFloor? floor = null;
        var finishing = Task.CompletedTask;
        for (var done = 0; done < rows; done += 500)
        {
            var picked = await store.Queue.PickAsync(Work.Engagement, 500, floor, CancellationToken.None);
            floor = new PickFloor(picked[^1].Rank, picked[^1].DeliveryId);
            var now = Work.SystemClockNow();
            var started = await store.Queue.StartAsync(new StartBatch(Owner, Work.Engagement, now, [.. picked.Select(Start)], []), CancellationToken.None);
            await finishing;
            finishing = Task.WhenAll(picked.Where(row => started.Started.Contains(row.DeliveryId)).Select(row => store.Queue.FinishAsync(Finish(row, now), CancellationToken.None)));
        }

        await finishing;
    }

    private static StartRow Start(QueueRow row) => new(
        row.DeliveryId, row.Task.Id, 1, Work.Number(row.Task), row.Task.Windows[0], row.Task.Windows[0].End,
        ContactKey.Of(row.Task.Contacts[0], row.Task.Contacts[0].MobilePhone!), "+14255550100", "America/Los_Angeles", [], row.Task.Contacts[0].InputAttributes);

    private static FinishedDelivery Finish(QueueRow row, Instant now) => new(
        row.DeliveryId, row.Task.Id, Owner, new AttemptOutcome { Result = DeliveryResult.Delivered, EndedAt = now },
        new NextStep.End(DeliveryStatus.Complete, "", CustomerReached: true), Guid.CreateVersion7(now.ToDateTimeOffset()), 0, Row, now);
}
