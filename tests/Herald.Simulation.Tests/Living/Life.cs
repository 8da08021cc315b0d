using System.Collections.Concurrent;
using Herald.Dispatch;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Rescue;
using Herald.Store;

namespace Herald.Simulation.Tests.Living;

/// <summary>One process: an engine with a clock of its own, which stands still once the process is dead.</summary>
internal sealed class Life : IDisposable
{
    private static readonly DispatchOptions Options = new() { Tick = TimeSpan.FromSeconds(10), Rescue = TimeSpan.FromSeconds(10), StopTimeout = TimeSpan.FromSeconds(5), ReceiptTimeout = TimeSpan.FromHours(6) };

    private readonly JumpingClock clock;
    private readonly Carrier carrier;
    private readonly ErrorLog log;

    private Life(IHeraldStore store, Carrier carrier, DateTimeOffset now, ConcurrentQueue<string> errors)
    {
        this.carrier = carrier;
        clock = new JumpingClock(now);
        log = new ErrorLog(errors);
        Engine = new DispatchEngine(store, Options, new ChannelRegistry([carrier.Connect()]), new OnlyMe(), null, Guid.NewGuid(), clock, log);
    }

    public DispatchEngine Engine { get; }

    /// <summary>Steps in which the process did not come to rest within its time: it was only late, as a busy machine is.</summary>
    public int Restless { get; private set; }

    public static async Task<Life> BeginAsync(IHeraldStore store, Carrier carrier, DateTimeOffset now, ConcurrentQueue<string> errors, IEnumerable<Guid> engagements)
    {
        var life = new Life(store, carrier, now, errors);
        await store.Settings.RegisterInstanceAsync(life.Engine.Instance, "simulation", Instant.FromDateTimeOffset(now), CancellationToken.None);
        await life.Engine.StartAsync(CancellationToken.None);
        foreach (var engagement in engagements)
            life.Engine.Run(engagement);
        return life;
    }

    /// <summary>Moves the clock and lets those drivers look around, as the Keeper does each second; returns what must have run before it is quiet again.</summary>
    public IReadOnlyList<long> MoveTo(DateTimeOffset at, IReadOnlyList<Guid> engagements)
    {
        var jump = at - clock.GetUtcNow();
        long[] rounds = [.. Engine.Loops.Select(loop => jump >= loop.Pause ? loop.Rounds.Begun + 1 : 0)];
        clock.JumpTo(at);
        foreach (var engagement in engagements)
            Engine.Run(engagement)?.LookAround();
        return rounds;
    }

    /// <summary>Waits until everything that the clock set going has come to rest.</summary>
    public async Task RestAsync(IReadOnlyList<long> rounds)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var calm = 0; calm < 2;)
        {
            calm = Engine.IsQuiet && carrier.IsQuiet && Engine.Loops.Select(loop => loop.Rounds.Done).Zip(rounds).All(pair => pair.First >= pair.Second) ? calm + 1 : 0;
            if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(2))
            {
                Restless++;
                return;
            }

            if (calm == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    /// <summary>SIGTERM: running attempts get their time, then every end is recorded.</summary>
    public Task StopAsync() => PumpAsync(Engine.StopAsync(CancellationToken.None));

    /// <summary>After <c>kill -9</c>, when the store is gone from under it: nothing it does counts any more.</summary>
    public async Task BuryAsync()
    {
        log.Dead = true;
        await PumpAsync(Engine.DisposeAsync().AsTask());
    }

    public void Dispose() => log.Dispose();

    private async Task PumpAsync(Task stop)
    {
        while (!stop.IsCompleted)
        {
            clock.JumpTo(clock.GetUtcNow() + TimeSpan.FromMilliseconds(200));
            await Task.WhenAny(stop, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        await stop;
    }
}
