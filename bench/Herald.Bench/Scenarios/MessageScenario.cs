using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Herald.Bench.Load;
using Herald.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Bench.Scenarios;

/// <summary>Messages through everything: one bulk request over HTTP, planned, started, submitted to an SMSC in a process of its own, receipts kept and every delivery ended.</summary>
internal static class MessageScenario
{
    private const int Warm = 20_000;
    private const int Measured = 40_000;
    private const string Template = "eeeeeeee-0000-4000-8000-000000000001";

    public static async Task RunAsync(StoreEngine engine)
    {
        await using var place = await AcceptScenario.PlaceAsync(engine);
        await SeedAsync(place.ConnectionString is null ? new StoreOptions { DataDirectory = place.Folder } : new StoreOptions { ConnectionString = place.ConnectionString });
        using var smsc = await Smsc.StartAsync(new { keep = 0, dlrDelayMs = 0, dlrForm = "both" });
        // The seeded profile names the transport "Simulated": here it is the SMSC.
        using var herald = await Child.HeraldAsync([.. place.Settings,
            ("Herald:Channels:Simulated:Type", "Smpp"), ("Herald:Channels:Simulated:Host", "127.0.0.1"), ("Herald:Channels:Simulated:Port", $"{smsc.Port}"),
            ("Herald:Channels:Simulated:SystemId", "esme"), ("Herald:Channels:Simulated:Password", "secret"), ("Herald:Channels:Simulated:Window", "500")]);
        using var http = await herald.ClientAsync();
        await SendAsync(http, smsc, 0, Warm);
        var (processor, carrier) = (herald.Processor, smsc.Processor);
        var clock = Stopwatch.StartNew();
        var (accepted, taken) = await SendAsync(http, smsc, Warm, Measured);
        var seconds = clock.Elapsed.TotalSeconds;
        var twice = await smsc.HasTwiceAsync();
        Report.Rate($"messages, accepted in bulk to receipts recorded, {engine}", Measured / seconds, 2_000, 0);
        Report.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"    accepted after {accepted:0.00} s, all taken after {taken:0.00} s, all ended after {seconds:0.00} s; processor a message: ours {(herald.Processor - processor).TotalMicroseconds / Measured:0} µs, the SMSC {(smsc.Processor - carrier).TotalMicroseconds / Measured:0} µs; sent twice: {twice}"));
    }

    /// <summary>Seconds until the request was answered and until the SMSC had all messages; returns when every delivery has ended.</summary>
    private static async Task<(double Accepted, double Taken)> SendAsync(HttpClient http, Smsc smsc, int first, int count)
    {
        var body = JsonSerializer.Serialize(new
        {
            ApiVersion = "1.0",
            ProactiveEngagementConfigId = Work.Engagement,
            ProactiveDeliveries = Enumerable.Range(first, count).Select(n => new { uniqueIdentifier = Guid.NewGuid(), firstName = "Jane", lastName = "Smith", mobilePhoneNumber = $"+1555{n:d6}2" }),
        });
        var clock = Stopwatch.StartNew();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/data/v9.2/CCaaS_CreateProactiveBulkDeliveryV2", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        var accepted = clock.Elapsed.TotalSeconds;
        var taken = 0.0;
        while (await smsc.CountsAsync() is var counts && counts.Receipted < first + count)
        {
            if (taken == 0 && counts.Taken >= first + count)
                taken = clock.Elapsed.TotalSeconds;
            if (clock.Elapsed > TimeSpan.FromMinutes(5))
                throw new InvalidOperationException($"Only {counts} of {first + count} messages came through.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        while (await OpenAsync(http))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        return (accepted, taken == 0 ? clock.Elapsed.TotalSeconds : taken);
    }

    private static async Task<bool> OpenAsync(HttpClient http)
    {
        var filter = Uri.EscapeDataString("msdyn_status eq 'InProcess' or msdyn_status eq 'Pending'");
        var rows = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/data/v9.2/msdyn_proactive_deliveries?$select=msdyn_delivery_id&$top=1&$filter={filter}", UriKind.Relative));
        return rows.GetProperty("value").GetArrayLength() > 0;
    }

    private static async Task SeedAsync(StoreOptions options)
    {
        await using var store = HeraldStore.Create(options, TimeProvider.System, NullLoggerFactory.Instance);
        await store.OpenAsync(CancellationToken.None);
        await Work.SeedAsync(store);
        await store.Rows.WriteAsync(
            true,
            async (connection, transaction, ct) =>
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
                var id = (Guid value) => store.Engine == StoreEngine.Sqlite ? $"x'{Convert.ToHexString(value.ToByteArray(bigEndian: true))}'" : $"'{value}'";
                command.CommandText = $"""
                    insert into message_template (id, name, content, created_at, modified_at) values ({id(Guid.Parse(Template))}, 'Bench', 'Your appointment is confirmed for tomorrow at 10:00 AM. Reply STOP to opt out.', 0, 0);
                    insert into planner (id, name, proactive_engagement_config_id, proactive_engagement_message_templateid, created_at, modified_at)
                    values ({id(Guid.NewGuid())}, 'Bench', {id(Work.Engagement)}, {id(Guid.Parse(Template))}, 0, 0)
                    """;
                return await command.ExecuteNonQueryAsync(ct);
            },
            CancellationToken.None);
    }
}
