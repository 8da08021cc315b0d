using Herald.Server.Tests.Processes;
using Herald.Smpp.Tests.Smscs;

namespace Herald.Server.Tests.Sms;

/// <summary><c>kill -9</c> while messages await their receipts: the next process gets them all.</summary>
public sealed class SmppKillTests : IDisposable
{
    private const int Messages = 40;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-sms-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_killed_process_loses_no_receipt_and_sends_nothing_twice()
    {
        var smsc = new NodeSmsc();
        await using var _ = smsc;
        await smsc.InitializeAsync();
        // The SMSC sends a receipt only to a bind that is up, so they come after the restart.
        await smsc.BehaveAsync(new { answerIds = "hex", receiptIds = "dec", dlrDelayMs = 8_000 });
        (string, string)[] settings = [.. SmppAccount.Settings(smsc.Port), ("Herald:DataDirectory", folder.FullName)];
        var tasks = new List<Guid>();
        using (var first = await HeraldProcess.StartAsync(settings))
        {
            await first.SignInAsync("administrator");
            await SmppAccount.UseAsync(first.Http);
            await first.SignInAsync();
            for (var i = 0; i < Messages; i++)
                tasks.Add((await first.CreateAsync(HeraldProcess.SmsEngagement, $"+1555126{i:d4}2")).ShouldNotBeNull());
            await AllSentAsync(first);
            (await smsc.StatsAsync()).GetProperty("dlrSent").GetInt32().ShouldBe(0);
            first.Kill();
        }

        using var second = await HeraldProcess.StartAsync(settings);
        await second.SignInAsync();
        await Ends.WaitAsync(second, HeraldProcess.SmsEngagement, TimeSpan.FromSeconds(60));
        foreach (var task in tasks)
            (await Ends.OfTaskAsync(second, task)).ShouldHaveSingleItem().Result.ShouldBe("Delivered");
        (await smsc.StatsAsync()).GetProperty("seen").GetInt32().ShouldBe(Messages);
    }

    /// <summary>Every acknowledgement is in the store.</summary>
    private static async Task AllSentAsync(HeraldProcess herald)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(7));
        var filter = Uri.EscapeDataString("msdyn_status eq 'InProcess' and msdyn_channel_sent_date ne null");
        while ((await herald.GetAsync($"msdyn_proactive_deliveries?$select=msdyn_delivery_id&$filter={filter}")).GetProperty("value").GetArrayLength() < Messages)
            bound.IsCancellationRequested.ShouldBeFalse(herald.Output);
    }
}
