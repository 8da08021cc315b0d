using Herald.Server.Tests.Processes;
using Herald.Smpp.Tests.Smscs;
using Herald.Testing;

namespace Herald.Server.Tests.Sms;

/// <summary>Two processes on one PostgreSQL, each with a bind of its own: what arrives at one is of use at the other.</summary>
public sealed class SmppTwoProcessTests : IDisposable
{
    private const int Messages = 200;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-sms2-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Receipts_parts_and_stops_may_come_to_either()
    {
        var smsc = new NodeSmsc();
        await using var _ = smsc;
        await smsc.InitializeAsync();
        await smsc.BehaveAsync(new { answerIds = "hex", receiptIds = "dec", dlrElsewhere = true });
        var database = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        using var first = await StartAsync(database, smsc.Port, "a");
        await first.SignInAsync("administrator");
        await SmppAccount.UseAsync(first.Http);
        using var second = await StartAsync(database, smsc.Port, "b");
        await smsc.UntilAsync(stats => stats.GetProperty("sessions").GetArrayLength() == 2);
        await first.SignInAsync();
        await second.SignInAsync();

        // Each receipt goes to the process that did not send its message.
        for (var i = 0; i < Messages; i++)
            (await (i % 2 == 0 ? first : second).CreateAsync(HeraldProcess.SmsEngagement, $"+1558{i:d4}2")).ShouldNotBeNull(first.Output);
        await Ends.WaitAsync(second, HeraldProcess.SmsEngagement, TimeSpan.FromSeconds(60));
        var rows = await first.GetAsync("msdyn_proactive_deliveries?$select=msdyn_result&$filter=msdyn_result ne 'Delivered'");
        rows.GetProperty("value").GetArrayLength().ShouldBe(0, rows.ToString());
        var ledger = await smsc.LedgerAsync();
        ledger.Count.ShouldBe(Messages);
        ledger.Values.ShouldAllBe(count => count == 1);

        // A STOP whose halves come to different processes, and one that comes to both at once.
        await smsc.PostAsync("/mo", new { from = "15551230001", to = "15550199", hex = "050003090201" + "5354", esm = 0x40 });
        await smsc.PostAsync("/mo", new { from = "15551230001", to = "15550199", hex = "050003090202" + "4F50", esm = 0x40, session = 1 });
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => smsc.PostAsync("/mo", new { from = "15551230002", to = "15550199", text = "Stop", session = i % 2 })));
        await smsc.UntilAsync(stats => stats.GetProperty("seen").GetInt32() >= Messages + 2);
        // A HELP after them is answered: nothing else was under way.
        await smsc.PostAsync("/mo", new { from = "15551230003", to = "15550199", text = "help" });
        await smsc.UntilAsync(stats => stats.GetProperty("seen").GetInt32() >= Messages + 3);
        ledger = await smsc.LedgerAsync();
        ledger["15551230001"].ShouldBe(1);
        ledger["15551230002"].ShouldBe(1);
    }

    private Task<HeraldProcess> StartAsync(string database, int port, string name) => HeraldProcess.StartAsync(
        [.. SmppAccount.Settings(port), ("ConnectionStrings:Herald", database), ("Herald:DataDirectory", Path.Combine(folder.FullName, name)), ("Herald:Silo:Port", $"{Ports.Free()}")]);
}
