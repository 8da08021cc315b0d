using System.Diagnostics;
using System.Diagnostics.Metrics;
using Herald.Bench.Baselines;
using Herald.Dispatch;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Channels.Simulated;
using Herald.Dispatch.Rescue;
using Herald.Dispatch.Telemetry;
using Herald.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Bench.Scenarios;

/// <summary>The whole engine: pick, plan, start, simulated channel without talk time, outcome, plan, finish. 500 in flight.</summary>
internal static class DispatchScenario
{
    public const int Warm = 20_000;
    public const int Measured = 50_000;

    public static async Task RunAsync(StoreEngine engine)
    {
        var (few, baseline) = await MeasureAsync(engine, 10_000);
        Report.Rate($"dispatch end to end, {engine}, 10,000 waiting", few, 5_000, baseline);
        var (many, _) = await MeasureAsync(engine, 1_000_000);
        Report.Ratio($"dispatch with 1,000,000 waiting against 10,000, {engine}", many, few, 0.9);
    }

    private static async Task<(double Rate, double Baseline)> MeasureAsync(StoreEngine engine, int waiting)
    {
        await using var place = await Work.OpenAsync(engine);
        await Work.SeedAsync(place.Store);
        await Work.AppendAsync(place.Store, waiting, Work.Waiting);
        await Work.AppendAsync(place.Store, Warm + Measured, Work.Ready);
        await Work.SettleContactsAsync(place.Store);
        await using var bare = await BareRows.OpenAsync(place.Options);
        await bare.InsertAsync(Measured);
        await bare.SelectAndUpdateAsync(10_000);
        var baseline = await bare.SelectAndUpdateAsync(Measured - 10_000);
        return (await DispatchAsync(place.Store), baseline);
    }

    /// <summary>Attempts a second after the warm-up, over what is ready.</summary>
    public static async Task<double> DispatchAsync(IHeraldStore store)
    {
        using var ended = new Ended();
        var channel = new SimulatedChannel("simulated", new SimulatedOptions { Enabled = true, TimeScale = 0, Slots = 500 }, TimeProvider.System);
        var instance = Guid.NewGuid();
        await store.Settings.RegisterInstanceAsync(instance, "bench", Work.SystemClockNow(), CancellationToken.None);
        await using var running = new DispatchEngine(
            store, new DispatchOptions(), new ChannelRegistry([channel]), new OnlyMe(), null, instance, TimeProvider.System, NullLoggerFactory.Instance);
        await running.StartAsync(CancellationToken.None);
        var warm = ended.ReachAsync(Warm);
        var all = ended.ReachAsync(Warm + Measured);
        running.Run(Work.Engagement);
        await warm;
        var clock = Stopwatch.StartNew();
        await all;
        return Measured / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Counts ended deliveries by the engine's own meter.</summary>
    private sealed class Ended : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly List<(long At, TaskCompletionSource Reached)> marks = [];
        private long count;

        public Ended()
        {
            listener.InstrumentPublished = (instrument, on) =>
            {
                if (instrument.Meter.Name == HeraldMeter.Name && instrument.Name == "herald.deliveries.ended")
                    on.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, more, _, _) => Add(more));
            listener.Start();
        }

        public Task ReachAsync(long at)
        {
            var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (marks)
                marks.Add((at, mark));
            return mark.Task.WaitAsync(TimeSpan.FromMinutes(3), TimeProvider.System);
        }

        public void Dispose() => listener.Dispose();

        private void Add(long more)
        {
            var now = Interlocked.Add(ref count, more);
            lock (marks)
            {
                foreach (var (at, reached) in marks)
                {
                    if (now >= at)
                        reached.TrySetResult();
                }
            }
        }
    }
}
