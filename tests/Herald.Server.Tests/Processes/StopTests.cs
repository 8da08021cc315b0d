using System.Diagnostics;

namespace Herald.Server.Tests.Processes;

/// <summary>A deploy: SIGTERM while calls are up and messages are being answered.</summary>
public sealed class StopTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-stop");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Stopping_under_load_leaves_no_unknown_and_no_open_attempt()
    {
        (string, string)[] settings = [("Herald:DataDirectory", folder.FullName), ("Herald:Channels:Simulated:TimeScale", "0.05")];
        var tasks = new List<Guid>();
        using (var herald = await HeraldProcess.StartAsync(settings))
        {
            await herald.SignInAsync();
            for (var i = 0; i < 40; i++)
                tasks.Add((await herald.CreateAsync(i % 2 == 0 ? HeraldProcess.SmsEngagement : HeraldProcess.VoiceEngagement, "+15550100"))!.Value);
            (await herald.TerminateAsync(TimeSpan.FromSeconds(40))).ShouldBe(0, herald.Output);
        }

        using var again = await HeraldProcess.StartAsync(settings);
        await again.SignInAsync();
        await Ends.WaitAsync(again, HeraldProcess.SmsEngagement, TimeSpan.FromSeconds(30));
        await Ends.WaitAsync(again, HeraldProcess.VoiceEngagement, TimeSpan.FromSeconds(60));
        foreach (var task in tasks)
        {
            foreach (var (status, result) in await Ends.OfTaskAsync(again, task))
            {
                status.ShouldBe("Complete");
                result.ShouldNotBe("Unknown");
            }
        }
    }

    [Fact]
    public async Task A_killed_server_is_ready_again_within_10_seconds()
    {
        (string, string)[] settings = [("Herald:DataDirectory", folder.FullName)];
        using (var first = await HeraldProcess.StartAsync(settings))
            first.Kill();
        var clock = Stopwatch.StartNew();
        using var second = await HeraldProcess.StartAsync(settings);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
