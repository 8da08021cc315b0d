using System.Collections.Concurrent;
using Herald.Core.Deliveries;
using Herald.Dispatch.Channels.Simulated;
using Herald.Dispatch.Intake;
using Herald.Simulation.Tests.Requests;
using Herald.Simulation.Tests.Settings;

namespace Herald.Simulation.Tests.Living;

/// <summary>
/// An organisation, its people, a carrier and one process after the other over one store, on a clock that jumps to the next moment in which something happens.
/// Everything is drawn from one seed; ids, and with them talk times and the order of threads, are not.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    // Within the three weeks: the zone changes of both hemispheres, or none.
    private static readonly Instant[] Beginnings =
        [Instant.FromUtc(2026, 3, 20, 6, 0), Instant.FromUtc(2026, 9, 24, 18, 0), Instant.FromUtc(2026, 10, 19, 0, 0), Instant.FromUtc(2026, 12, 20, 12, 0)];

    private readonly Random random;
    private readonly StoreUnderTest place;
    private readonly Carrier carrier;
    private readonly Requests.Requests requests;
    private readonly Operators operators;
    private readonly JumpingClock clock;
    private Life life = null!;
    private int made;

    private World(Random random, StoreUnderTest place, JumpingClock clock)
    {
        (this.random, this.place, this.clock) = (random, place, clock);
        carrier = new Carrier(Simulated(random), clock);
        Rows = new Rows(place);
        Organisation = new Organisation(new SettingsRows(place), random);
        People = new Requests.People(random, 90);
        requests = new Requests.Requests(random, People, Organisation);
        operators = new Operators(this, random);
    }

    public StoreUnderTest Place => place;
    public Rows Rows { get; }
    public Organisation Organisation { get; }
    public Requests.People People { get; }
    public Carrier Carrier => carrier;
    public Life Life => life;
    public Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());
    public ConcurrentQueue<string> Errors { get; } = new();
    public ConcurrentDictionary<Guid, DeliveryTask> Accepted { get; } = new();
    public int Steps { get; private set; }
    public int Kills { get; private set; }

    /// <summary>The carrier was away for a while.</summary>
    public bool WasDown { get; set; }

    /// <summary>The clock went on before a process had come to rest: windows may have closed on it, as on any busy machine.</summary>
    public bool WasLate { get; private set; }

    public static async Task<World> FoundAsync(int seed, Func<TimeProvider, Task<StoreUnderTest>> open)
    {
        var random = new Random(seed);
        var clock = new JumpingClock(Beginnings[random.Next(Beginnings.Length)].ToDateTimeOffset());
        var world = new World(random, await open(clock), clock);
        await world.Organisation.FoundAsync(world.Now);
        await world.BeginAsync();
        return world;
    }

    /// <summary>So many requests over two weeks, and on until nothing is left to do.</summary>
    public async Task LiveAsync(int count)
    {
        var begin = Now;
        var arrivals = new Queue<Instant>(Arrivals(begin, count).Order());
        var acts = new Queue<Instant>(Enumerable.Range(0, 80).Select(_ => begin + Duration.FromMinutes(random.Next(20 * 24 * 60))).Order());
        var last = begin + Duration.FromDays(60);
        while (Now < last && await NextAsync(arrivals, acts) is { } next)
        {
            Steps++;
            var ambush = random.Next(30) == 0;
            clock.JumpTo(next.ToDateTimeOffset());
            var rounds = life.MoveTo(next.ToDateTimeOffset(), await WithWorkAsync(next));
            var busy = new List<Task>();
            while (arrivals.TryPeek(out var at) && at <= next)
            {
                arrivals.Dequeue();
                busy.Add(AcceptAsync(requests.Next(next)));
            }

            if (ambush)
                busy.Add(operators.AmbushAsync());
            await Task.WhenAll(busy);
            await life.RestAsync(rounds);
            WasLate |= life.Restless > 0;
            while (acts.TryPeek(out var at) && at <= next)
            {
                acts.Dequeue();
                await operators.ActAsync();
            }
        }
    }

    /// <summary>The process is gone between two instructions; the next finds what it left behind.</summary>
    public async Task KillAsync()
    {
        Kills++;
        carrier.Cut();
        await place.ReopenAsync();
        await life.BuryAsync();
        await BeginAsync();
    }

    public async Task RestartAsync()
    {
        await life.StopAsync();
        carrier.Cut();
        await place.ReopenAsync();
        await life.BuryAsync();
        await BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        carrier.Cut();
        await life.BuryAsync();
        life.Dispose();
        await carrier.DisposeAsync();
        await place.DisposeAsync();
    }

    private async Task BeginAsync() =>
        life = await Life.BeginAsync(place.Store, carrier, clock.GetUtcNow(), Errors, Organisation.Engagements.Select(engagement => engagement.Id));

    private async Task AcceptAsync(DeliveryTask task)
    {
        Accepted[task.Id] = task;
        (await life.Engine.Intake.AcceptAsync(task, null, CancellationToken.None)).ShouldBeOfType<IntakeResult.Accepted>();
    }

    // Those with something due; now and then all that have work, so that a lost wake is late and not for ever.
    private Task<List<Guid>> WithWorkAsync(Instant at) => Rows.ReadAsync(
        $"select distinct engagement_id from delivery where state < 2 and next_check_at <= {(Steps % 8 == 0 ? Instant.MaxValue : at).ToUnixTimeMilliseconds()}", row => Rows.Id(row, 0));

    /// <summary>The next moment in which anything happens; null: nothing is left.</summary>
    private async Task<Instant?> NextAsync(Queue<Instant> arrivals, Queue<Instant> acts)
    {
        var (check, receipt, ready) = (await Rows.ReadAsync(
            "select min(case when state < 2 then next_check_at end), min(case when state = 3 then receipt_due_at end), count(case when state = 1 then 1 end) from delivery where state < 4",
            row => (Rows.At(row, 0), Rows.At(row, 1), row.GetInt64(2) > 0)))[0];
        var soon = ready && made != carrier.Made ? Now + Second : (Instant?)null;
        made = carrier.Made;
        Instant?[] all = [check, receipt, carrier.NextAt, soon, arrivals.TryPeek(out var at) ? at : null, acts.TryPeek(out var act) ? act : null];
        if (all.Min() is not { } next)
            return null;
        if (next <= Now)
            return Now + Second;
        // Most of the time a little later, so that several things come at once.
        return random.Next(3) == 0 ? next : next + Duration.FromMilliseconds(random.Next(20_000));
    }

    private IEnumerable<Instant> Arrivals(Instant begin, int count)
    {
        var burst = begin;
        for (var i = 0; i < count; i++)
        {
            if (i % 20 == 0)
                burst = begin + Duration.FromSeconds(random.Next(14 * 86_400));
            yield return random.Next(5) < 3 ? burst : begin + Duration.FromSeconds(random.Next(14 * 86_400));
        }
    }

    private static SimulatedOptions Simulated(Random random) => new()
    {
        TimeScale = 1,
        Slots = random.Next(5, 60),
        EarlyReceipts = 0.2,
        DuplicateReceipts = 0.3,
        LateReceipts = 0.2,
        MissingReceipts = 0.1,
        LateBy = TimeSpan.FromHours(random.Next(1, 12)),
    };
}
