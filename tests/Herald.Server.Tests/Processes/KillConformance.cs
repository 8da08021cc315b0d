namespace Herald.Server.Tests.Processes;

/// <summary>
/// <c>kill -9</c> at random moments while requests are being answered and attempts are being made. What was answered is
/// found again and ends; no task is attempted twice. Both engines run the same loop.
/// </summary>
public abstract class KillConformance
{
    private const int Kills = 25;

    protected abstract (string Name, string Value)[] Store { get; }

    [Fact]
    public async Task Killing_at_random_moments_loses_no_answered_request_and_repeats_no_attempt()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var answered = new List<Guid>();
        // A simulated carrier forgets its receipts with its process: what was acknowledged and not yet receipted times out.
        (string, string)[] settings = [.. Store, ("Herald:Channels:Simulated:TimeScale", "0.02"), ("Herald:Engine:ReceiptTimeout", "00:00:05")];

        for (var kill = 0; kill < Kills; kill++)
        {
            using var herald = await HeraldProcess.StartAsync(settings);
            await herald.SignInAsync();
            using var stop = new CancellationTokenSource();
            var clients = Enumerable.Range(0, 4).Select(_ => PostUntilAsync(herald, answered, stop.Token)).ToArray();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 600)), TimeProvider.System);
            herald.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }

        using var last = await HeraldProcess.StartAsync(settings);
        await last.SignInAsync();
        await Ends.WaitAsync(last, HeraldProcess.SmsEngagement, TimeSpan.FromSeconds(60));
        answered.Count.ShouldBeGreaterThan(Kills, $"seed {seed}");
        foreach (var task in answered)
        {
            var deliveries = await Ends.OfTaskAsync(last, task);
            // One number, one loop: exactly one attempt, whose end is known or honestly not.
            deliveries.ShouldHaveSingleItem($"task {task}, seed {seed}").Status.ShouldBe("Complete");
            deliveries[0].Result.ShouldBeOneOf("Delivered", "Unknown");
        }
    }

    private static async Task PostUntilAsync(HeraldProcess herald, List<Guid> answered, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await herald.CreateAsync(HeraldProcess.SmsEngagement, "+15550100") is not { } task)
                return;
            lock (answered)
                answered.Add(task);
        }
    }
}
