using System.Net.Http.Headers;
using System.Text;
using Herald.Server.Tests.Processes;
using Herald.Smpp.Tests.Smscs;

namespace Herald.Server.Tests.Sms;

/// <summary><c>kill -9</c> while something is owed: the next process has it all.</summary>
public sealed class SmppKillTests : IDisposable
{
    private const int Messages = 10_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-sms-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_killed_process_loses_none_of_ten_thousand_receipts_and_sends_nothing_twice()
    {
        var smsc = new NodeSmsc();
        await using var _ = smsc;
        await smsc.InitializeAsync();
        // Told twice, in an order of their own, and only after the restart.
        await smsc.BehaveAsync(new { answerIds = "hex", receiptIds = "dec", hold = true, dlrCopies = 2 });
        (string, string)[] settings = [.. SmppAccount.Settings(smsc.Port), ("Herald:DataDirectory", folder.FullName), ("Herald:Channels:acme:Window", "1000"), ("Herald:Channels:acme:ResponseTimeout", "00:00:30"), ("Herald:Engine:DefaultConcurrency", "1000")];
        using (var first = await HeraldProcess.StartAsync(settings))
        {
            await first.SignInAsync("administrator");
            await SmppAccount.UseAsync(first.Http);
            await SmppAccount.GiveTemplateAsync(first.Http);
            await first.SignInAsync();
            await BulkAsync(first);
            await NoneAsync(first, "msdyn_channel_sent_date eq null");
            (await smsc.StatsAsync()).GetProperty("dlrSent").GetInt32().ShouldBe(0);
            first.Kill();
        }

        using var second = await HeraldProcess.StartAsync(settings);
        await second.SignInAsync();
        await smsc.PostAsync("/release");
        await NoneAsync(second, "msdyn_status eq 'InProcess' or msdyn_status eq 'Pending'");
        await NoneAsync(second, "msdyn_result ne 'Delivered'");
        var ledger = await smsc.LedgerAsync();
        ledger.Count.ShouldBe(Messages);
        ledger.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task A_part_that_was_acknowledged_survives_the_process()
    {
        var smsc = new NodeSmsc();
        await using var _ = smsc;
        await smsc.InitializeAsync();
        (string, string)[] settings = [.. SmppAccount.Settings(smsc.Port), ("Herald:DataDirectory", folder.FullName)];
        var stop = new { from = "15551239999", to = "15550199", esm = 0x40 };
        using (var first = await HeraldProcess.StartAsync(settings))
        {
            await smsc.UntilAsync(stats => stats.GetProperty("sessions").GetArrayLength() == 1);
            // "ST"
            (await smsc.PostAsync("/mo", new { stop.from, stop.to, stop.esm, hex = "050003090201" + "5354" })).GetProperty("status").GetInt32().ShouldBe(0);
            first.Kill();
        }

        using var second = await HeraldProcess.StartAsync(settings);
        await second.SignInAsync();
        await smsc.UntilAsync(stats => stats.GetProperty("sessions").GetArrayLength() == 1);
        // "OP"
        (await smsc.PostAsync("/mo", new { stop.from, stop.to, stop.esm, hex = "050003090202" + "4F50" })).GetProperty("status").GetInt32().ShouldBe(0);
        await smsc.UntilAsync(stats => stats.GetProperty("seen").GetInt32() == 1);
        (await smsc.LogAsync())[0].GetProperty("text").GetString()!.ShouldContain("no more messages");
    }

    private static async Task BulkAsync(HeraldProcess herald)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(SmppAccount.Bulk(Enumerable.Range(0, Messages).Select(n => $"+1557{n:d6}2"))));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await herald.Http.PostAsync(new Uri("/api/data/v9.2/CCaaS_CreateProactiveBulkDeliveryV2", UriKind.Relative), content);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Asks until no delivery of the engagement is such.</summary>
    private static async Task NoneAsync(HeraldProcess herald, string such)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(240));
        var filter = Uri.EscapeDataString($"msdyn_proactive_engagement_config_id eq '{HeraldProcess.SmsEngagement}' and ({such})");
        while (true)
        {
            var found = await herald.GetAsync($"msdyn_proactive_deliveries?$select=msdyn_status,msdyn_result,hrld_reasoncode,msdyn_channel_sent_date&$count=true&$top=1&$filter={filter}");
            if (found.GetProperty("value").GetArrayLength() == 0)
                return;
            bound.IsCancellationRequested.ShouldBeFalse($"{found}\n{herald.Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }
}
