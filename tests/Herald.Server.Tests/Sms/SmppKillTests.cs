using Herald.Server.Tests.Processes;
using Herald.Smpp.Tests.Smscs;

namespace Herald.Server.Tests.Sms;

/// <summary><c>kill -9</c> while messages await their receipts: the next process gets them all.</summary>
public sealed class SmppKillTests
{
    private const int Messages = 40;

    [Fact]
    public async Task A_killed_process_loses_no_receipt_and_sends_nothing_twice()
    {
        var smsc = new NodeSmsc();
        await using var _ = smsc;
        await smsc.InitializeAsync();
        // The SMSC sends a receipt only to a bind that is up, so they come after the restart.
        await smsc.BehaveAsync(new { answerIds = "hex", receiptIds = "dec", dlrDelayMs = 8_000 });
        var folder = Directory.CreateTempSubdirectory("herald-sms-");
        (string, string)[] settings = [.. SmppAccount.Settings(smsc.Port), ("Herald:DataDirectory", folder.FullName)];
        var tasks = new List<Guid>();
        using (var first = await HeraldProcess.StartAsync(settings))
        {
            await first.SignInAsync("administrator");
            await SmppAccount.UseAsync(first.Http);
            for (var i = 0; i < Messages; i++)
                tasks.Add((await first.CreateAsync(HeraldProcess.SmsEngagement, $"+1555126{i:d4}2")).ShouldNotBeNull());
            await smsc.UntilAsync(stats => stats.GetProperty("seen").GetInt32() == Messages);
            first.Kill();
        }

        using var second = await HeraldProcess.StartAsync(settings);
        await second.SignInAsync("administrator");
        await Ends.WaitAsync(second, HeraldProcess.SmsEngagement, TimeSpan.FromSeconds(60));
        var results = new List<string?>();
        foreach (var task in tasks)
            results.Add((await Ends.OfTaskAsync(second, task)).ShouldHaveSingleItem().Result);
        (await smsc.StatsAsync()).GetProperty("seen").GetInt32().ShouldBe(Messages);
        results.ShouldAllBe(result => result == "Delivered" || result == "Unknown");
        // Unknown only what was answered in the last moments before the kill.
        results.Count(result => result == "Delivered").ShouldBeGreaterThanOrEqualTo(Messages - 10);
        second.Dispose();
        folder.Delete(recursive: true);
    }
}
