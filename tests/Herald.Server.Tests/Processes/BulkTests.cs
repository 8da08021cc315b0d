using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Herald.Server.Tests.Processes;

/// <summary>The largest requests there are, to a process of their own whose memory and processor time can be read.</summary>
public sealed class BulkTests(ITestOutputHelper output) : IDisposable
{
    private const long MostMemory = 250_000_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("herald-bulk");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Fifteen_thousand_records_are_quick_and_a_hundred_thousand_stay_below_250_megabytes()
    {
        using var herald = await HeraldProcess.StartAsync(("Herald:DataDirectory", folder.FullName));
        await herald.SignInAsync();
        // Compiled by then; what the code costs is what counts.
        await CreateAsync(herald, 15_000);
        var quickest = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var (wall, processor) = await CreateAsync(herald, 15_000);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"15,000 records: {wall.TotalMilliseconds:N0} ms, processor {processor.TotalMilliseconds:N0} ms"));
            quickest = Math.Min(quickest, processor.TotalSeconds);
        }

        // Processor time, since a test machine is shared: on an idle one the answer takes less than that. A debug build is given twice the second.
        quickest.ShouldBeLessThan(2);
        var (_, most) = await CreateAsync(herald, 100_000);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"100,000 records: processor {most.TotalMilliseconds:N0} ms, peak {herald.PeakMemory / 1_000_000:N0} MB"));
        herald.PeakMemory.ShouldBeLessThan(MostMemory);
        var batches = await herald.GetAsync("msdyn_proactive_delivery_batches?$select=msdyn_deliveries_created&$orderby=msdyn_deliveries_created desc");
        batches.GetProperty("value").EnumerateArray().Sum(row => row.GetProperty("msdyn_deliveries_created").GetInt32()).ShouldBe(160_000);
    }

    private static async Task<(TimeSpan Wall, TimeSpan Processor)> CreateAsync(HeraldProcess herald, int records)
    {
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);
        var window = string.Create(CultureInfo.InvariantCulture, $"{{\"start\":\"{tomorrow:yyyy-MM-ddTHH:mm:ssZ}\",\"end\":\"{tomorrow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}\"}}");
        var text = new StringBuilder($"{{\"ApiVersion\":\"1.0\",\"ProactiveEngagementConfigId\":\"{HeraldProcess.VoiceEngagement}\",\"ProactiveDeliveries\":[");
        for (var n = 0; n < records; n++)
            text.Append(CultureInfo.InvariantCulture, $"{(n == 0 ? "" : ",")}{{\"uniqueIdentifier\":\"{Guid.NewGuid()}\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"mobilePhoneNumber\":\"+1555{n:0000000}\",\"timeZone\":\"Pacific Standard Time\",\"windows\":[{window}]}}");
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.Append("]}").ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var patient = new HttpClient { BaseAddress = herald.Url, Timeout = TimeSpan.FromMinutes(3) };
        patient.DefaultRequestHeaders.Authorization = herald.Http.DefaultRequestHeaders.Authorization;
        var before = herald.ProcessorTime;
        var clock = Stopwatch.StartNew();
        using var answer = await patient.PostAsync(new Uri("/api/data/v9.2/CCaaS_CreateProactiveBulkDeliveryV2", UriKind.Relative), content);
        var spent = (clock.Elapsed, herald.ProcessorTime - before);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("DeliveriesCreated").GetInt32().ShouldBe(records);
        return spent;
    }
}
