using System.Diagnostics;
using System.Globalization;
using Herald.Bench.Load;
using Herald.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace Herald.Bench.Scenarios;

/// <summary>Reads of msdyn_proactive_deliveries over HTTP, ten columns selected, beside a trivial GET handler, each in a process of its own.</summary>
internal static class ReadScenario
{
    private const string Set = "/api/data/v9.2/msdyn_proactive_deliveries";
    private const string Columns = "$select=msdyn_delivery_id,msdyn_status,msdyn_result,msdyn_channel,msdyn_to_address,msdyn_seq_no,msdyn_window_start_date,msdyn_window_end_date,msdyn_result_date,createdon";
    private const int Callers = 32;
    private const int Kinds = 1_000;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Measure = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(StoreEngine engine, int rows)
    {
        await using var place = await AcceptScenario.PlaceAsync(engine);
        var sample = await FillAsync(place, rows);
        using var trivial = await Child.TrivialAsync();
        using var herald = await Child.HeraldAsync(place.Settings);
        var token = await herald.TokenAsync();
        await ClientLoad.ReadAsync([trivial.Url], null, Callers, Warm);
        foreach (var (what, goal, paths) in Requests(sample))
        {
            Uri[] urls = [.. paths.Select(path => new Uri(herald.Url, path))];
            byte[][] prepared = [.. urls.Select(url => HttpLoad.Get(url, token))];
            await ClientLoad.ReadAsync(urls, token, Callers, Warm);
            await CompareAsync($"{what}, {engine}, {rows:N0} rows, HttpClient", goal, herald, () => ClientLoad.ReadAsync([trivial.Url], null, Callers, Measure), () => ClientLoad.ReadAsync(urls, token, Callers, Measure));
            await CompareAsync("    the same over raw sockets", 0, herald, () => HttpLoad.RunAsync(trivial.Url, HttpLoad.Get(trivial.Url, null), Callers, Measure), () => HttpLoad.RunAsync(herald.Url, prepared, Callers, Measure));
        }

        await UnindexedAsync(herald, engine, rows);
    }

    /// <summary>Every request has literals of its own: nothing is served from the memory of an equal one.</summary>
    private static IEnumerable<(string What, double Goal, string[] Paths)> Requests(Sample sample)
    {
        yield return ("one row by its id", 0.3, [.. sample.Ids.Select(id => $"{Set}({id})?{Columns}")]);
        yield return ("filtered and ordered, page of 20", 0.15, [.. sample.Moments.Select(at => Page(at, 20))]);
        yield return ("filtered and ordered, page of 100", 0.1, [.. sample.Moments.Select(at => Page(at, 100))]);
    }

    private static string Page(string before, int top) =>
        $"{Set}?{Columns}&$filter=msdyn_proactive_engagement_config_id%20eq%20'{Work.Engagement}'%20and%20createdon%20lt%20{before}&$orderby=createdon%20desc&$top={top}";

    private static async Task CompareAsync(string what, double goal, Child herald, Func<Task<LoadResult>> trivially, Func<Task<LoadResult>> inEarnest)
    {
        var baseline = await trivially();
        var before = herald.Processor;
        var ours = await inEarnest();
        var processor = (herald.Processor - before).TotalMicroseconds / Math.Max(1, ours.Count);
        Report.Ratio(what, ours.PerSecond, baseline.PerSecond, goal);
        Report.Note(string.Create(CultureInfo.InvariantCulture, $"    p50 {ours.P50Ms:0.0} ms, p99 {ours.P99Ms:0.0} ms (trivial: {baseline.P50Ms:0.0}, {baseline.P99Ms:0.0}); refused {ours.Failed}; {processor:0} µs of processor each"));
    }

    /// <summary>No index serves these: an answer or a refusal, but within the five seconds.</summary>
    private static async Task UnindexedAsync(Child herald, StoreEngine engine, int rows)
    {
        using var http = await herald.ClientAsync();
        foreach (var query in new[] { "$filter=contains(hrld_reason,'zzz')", "$filter=endswith(msdyn_from_address,'zzz')&$orderby=msdyn_from_address", "$orderby=hrld_reason%20desc&$top=20", "$filter=msdyn_postal_code%20eq%20'00000'&$count=true" })
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri($"{Set}?{Columns}&{query}", UriKind.Relative));
            Report.Under($"{query}, {engine}, {rows:N0} rows: {(int)answer.StatusCode}", clock.Elapsed.TotalSeconds, 6, "s");
        }
    }

    /// <summary>Rows as bulk requests leave them, two of three ended with a result.</summary>
    private static async Task<Sample> FillAsync(AcceptScenario.Place place, int rows)
    {
        await using var store = HeraldStore.Create(
            place.ConnectionString is null ? new StoreOptions { DataDirectory = place.Folder } : new StoreOptions { ConnectionString = place.ConnectionString },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        await store.OpenAsync(CancellationToken.None);
        await Work.SeedAsync(store);
        await Work.AppendAsync(store, rows, Work.Waiting);
        await Work.SettleContactsAsync(store);
        var some = store.Engine == StoreEngine.Sqlite ? "rowid % 3" : "abs(hashtext(id::text)) % 3";
        await ExecuteAsync(store, $"""
            update delivery set state = 4, status = 2, result = 18, seq_no = 1, reason_code = 'delivered', reason = 'The message was delivered.',
                started_at = created_at + 1000, sent_at = created_at + 1500, ended_at = created_at + 2000, result_at = created_at + 2000, from_address = '+14255550100'
            where {some} <> 0
            """);
        await ExecuteAsync(store, "update task set status = 2, ended_at = created_at + 2000 where not exists (select 1 from delivery d where d.task_id = task.id and d.state < 4)");
        return await SampleAsync(store);
    }

    private static async Task ExecuteAsync(IHeraldStore store, string sql) => await store.Rows.WriteAsync(
        false,
        async (connection, transaction, ct) =>
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, transaction, 600);
            return await command.ExecuteNonQueryAsync(ct);
        },
        CancellationToken.None);

    private static async Task<Sample> SampleAsync(IHeraldStore store)
    {
        await using var connection = await store.Rows.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select id, created_at from delivery order by task_id limit 1000000";
        var all = new List<(Guid Id, long At)>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                all.Add((store.Engine == StoreEngine.Sqlite ? new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true) : reader.GetGuid(0), reader.GetInt64(1)));
        }

        var step = Math.Max(1, all.Count / Kinds);
        var chosen = all.Where((_, n) => n % step == 0).ToArray();
        Random.Shared.Shuffle(chosen);
        // The literal has whole seconds: rounded up, then some rows are always before it.
        return new Sample(
            [.. chosen.Select(row => row.Id)],
            [.. chosen.Select((row, n) => DateTimeOffset.FromUnixTimeMilliseconds(row.At).AddSeconds(1 + n).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))]);
    }

    private sealed record Sample(Guid[] Ids, string[] Moments);
}
