using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Herald.Bench.Load;
using Herald.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Bench.Scenarios;

/// <summary>A server with 1 M pending tasks that has nothing to do: its memory, its processor time, and how soon it starts what becomes due.</summary>
internal static class IdleScenario
{
    private const int Tasks = 200;

    public static async Task RunAsync(StoreEngine engine, int pending)
    {
        await using var place = await AcceptScenario.PlaceAsync(engine);
        await using (var store = HeraldStore.Create(
            place.ConnectionString is null ? new StoreOptions { DataDirectory = place.Folder } : new StoreOptions { ConnectionString = place.ConnectionString },
            TimeProvider.System,
            NullLoggerFactory.Instance))
        {
            await store.OpenAsync(CancellationToken.None);
            await Work.SeedAsync(store);
            await Work.AppendAsync(store, pending, Work.Waiting);
            await Work.SettleContactsAsync(store);
        }

        // Conserve memory = collect as if the machine were small: the figure is what is held, not what is free to be reused.
        using var herald = await Child.HeraldAsync([.. place.Settings, ("DOTNET_GCConserveMemory", "9")]);
        Report.Under($"start to ready with {pending:N0} pending, {engine}", herald.ReadyAfter.TotalSeconds, 10, "s");
        var before = herald.Processor;
        await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System);
        Report.Under($"idle processor share, {engine}, {pending:N0} pending", (herald.Processor - before).TotalSeconds / 15 * 100, 5, "% of a core");
        Report.Under($"resident memory, {engine}, {pending:N0} pending", herald.ReadResidentMegabytes(), 300, "MB");
        await LatenessAsync(herald, engine);
    }

    private static async Task LatenessAsync(Child herald, StoreEngine engine)
    {
        using var http = await herald.ClientAsync();
        var opens = TimeProvider.System.GetUtcNow().AddSeconds(4);
        var due = new Dictionary<string, DateTimeOffset>();
        for (var i = 0; i < Tasks; i++)
        {
            var at = opens.AddMilliseconds(i * 20);
            using var content = new StringContent(Body(at), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/api/data/v9.2/CCaaS_CreateProactiveDelivery", UriKind.Relative), content);
            answer.EnsureSuccessStatusCode();
            due[(await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("DeliveryId").GetString()!] = at;
        }

        await Task.Delay(TimeSpan.FromSeconds(12), TimeProvider.System);
        var late = new List<double>();
        foreach (var (id, at) in due)
        {
            var row = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/data/v9.2/msdyn_proactive_deliveries({id})?$select=msdyn_start_date_ms", UriKind.Relative));
            var started = DateTimeOffset.Parse(row.GetProperty("msdyn_start_date_ms").GetString()!, CultureInfo.InvariantCulture);
            late.Add((started - at).TotalMilliseconds);
        }

        late.Sort();
        Report.Under($"window opens while idle: first attempt, p99, {engine}", late[(int)(late.Count * 0.99)], 250, "ms");
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"    p50 {late[late.Count / 2]:0.0} ms, earliest {late[0]:0.0} ms"));
    }

    private static string Body(DateTimeOffset at) => $$"""
        {"ApiVersion":"1.0","ProactiveEngagementConfigId":"{{Work.Engagement}}","Message":"Hello",
         "Windows":[{"start":"{{at:yyyy-MM-ddTHH:mm:ss.fffZ}}","end":"{{at.AddHours(1):yyyy-MM-ddTHH:mm:ss.fffZ}}"}],
         "Contacts":[{"uniqueIdentifier":"{{Guid.NewGuid()}}","firstName":"A","lastName":"B","mobilePhoneNumber":"+14255550100"}]}
        """;
}
