using System.Globalization;
using Herald.Bench.Load;
using Herald.Store;
using Herald.Testing;

namespace Herald.Bench.Scenarios;

/// <summary>CCaaS_CreateProactiveDelivery over HTTP (token checked, everything validated, durable) beside a trivial POST handler, both in processes of their own.</summary>
internal static class AcceptScenario
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Measure = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(StoreEngine engine)
    {
        using var trivial = await Child.TrivialAsync();
        var plain = HttpLoad.Post(trivial.Url, Body(), null);
        await using var place = await PlaceAsync(engine);
        using var herald = await Child.HeraldAsync(place.Settings);
        Report.Under($"process start to ready, {engine}", herald.ReadyAfter.TotalSeconds, 3, "s");
        var action = new Uri(herald.Url, "/api/data/v9.2/CCaaS_CreateProactiveDelivery");
        var token = await herald.TokenAsync();
        var request = HttpLoad.Post(action, Body(), token);
        await HttpLoad.RunAsync(trivial.Url, plain, 32, Warm);
        await HttpLoad.RunAsync(herald.Url, request, 32, Warm);
        foreach (var (clients, goal) in new[] { (1, 0d), (32, 0.4), (256, 0.5) })
        {
            await CompareAsync(
                $"accept over HTTP, {engine}, {clients} HttpClient callers",
                goal,
                herald,
                () => ClientLoad.RunAsync(trivial.Url, Body(), null, clients, Measure),
                () => ClientLoad.RunAsync(action, Body(), token, clients, Measure));
            if (AutocannonLoad.IsThere)
            {
                await CompareAsync(
                    $"the same by autocannon, {clients} callers",
                    goal,
                    herald,
                    () => AutocannonLoad.RunAsync(trivial.Url, Body(), null, clients, Measure),
                    () => AutocannonLoad.RunAsync(action, Body(), token, clients, Measure));
            }

            await CompareAsync(
                $"the same over raw sockets, {clients} callers",
                0,
                herald,
                () => HttpLoad.RunAsync(trivial.Url, plain, clients, Measure),
                () => HttpLoad.RunAsync(herald.Url, request, clients, Measure));
        }
    }

    private static async Task CompareAsync(string what, double goal, Child herald, Func<Task<LoadResult>> trivially, Func<Task<LoadResult>> inEarnest)
    {
        var baseline = await trivially();
        var before = herald.Processor;
        var ours = await inEarnest();
        var processor = (herald.Processor - before).TotalMicroseconds / Math.Max(1, ours.Count);
        Report.Ratio(what, ours.PerSecond, baseline.PerSecond, goal);
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"    p50 {ours.P50Ms:0.0} ms, p99 {ours.P99Ms:0.0} ms (trivial: {baseline.P50Ms:0.0}, {baseline.P99Ms:0.0}); refused {ours.Failed}; {processor:0} µs of processor each"));
    }

    /// <summary>The documented SMS sample with windows of tomorrow: nothing is dispatched while accepting is measured.</summary>
    private static string Body()
    {
        var start = TimeProvider.System.GetUtcNow().AddHours(24).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var end = TimeProvider.System.GetUtcNow().AddHours(32).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return """{"ApiVersion":"1.0","ProactiveEngagementConfigId":"b2c3d4e5-f6a7-8901-bcde-f12345678901","RequestId":"d3e4f5a6-b7c8-9012-cdef-a12345678901","Priority":"1","Message":"Your appointment is confirmed for tomorrow at 10:00 AM. Reply STOP to opt out.","Contacts":"[{\"uniqueIdentifier\":\"a58bc20c-69dd-5483-b678-1f13c3d4e580\",\"firstName\":\"Jane\",\"lastName\":\"Smith\",\"mobilePhoneNumber\":\"+15550200\",\"email\":\"jane.smith@example.com\",\"postalcode\":\"98101\",\"state\":\"WA\",\"country\":\"USA\",\"addressline\":\"5678 Main St\",\"city\":\"Seattle\",\"timezone\":\"(GMT-08:00) Pacific Time\",\"inputAttributes\":{\"AppointmentTime\":\"10:00 AM\",\"CustomerNumber\":\"7654321\"},\"windows\":[{\"start\":\"START\",\"end\":\"END\"}]}]"}"""
            .Replace("START", start, StringComparison.Ordinal).Replace("END", end, StringComparison.Ordinal);
    }

    internal static async Task<Place> PlaceAsync(StoreEngine engine) =>
        engine == StoreEngine.Sqlite
            ? new Place(Directory.CreateTempSubdirectory("herald-bench").FullName, null)
            : new Place(null, await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync());

    /// <summary>Where a Herald process keeps its rows.</summary>
    internal sealed record Place(string? Folder, string? ConnectionString) : IAsyncDisposable
    {
        private readonly string scratch = Folder ?? Directory.CreateTempSubdirectory("herald-bench").FullName;

        public (string, string)[] Settings =>
            ConnectionString is null ? [("Herald:DataDirectory", scratch)] : [("Herald:DataDirectory", scratch), ("ConnectionStrings:Herald", ConnectionString)];

        public ValueTask DisposeAsync()
        {
            Directory.Delete(scratch, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
