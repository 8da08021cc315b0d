using System.Text.Json;
using CsCheck;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Sms;

/// <summary>Any pattern of throttling, full queues, system errors and lost binds: the SMSC's own ledger against the store.</summary>
public sealed class ThrottlePatternTests(SmppServer rig) : IClassFixture<SmppServer>
{
    private const int Messages = 120;
    private const string Busy = "....TQSN";
    private const string Rough = "........TQSNKLW";
    private static int rounds;

    /// <summary>Stretches of one mind, as carriers have them: bursts, not single answers.</summary>
    private static Gen<string> Pattern(string minds) =>
        Gen.Select(Gen.Int[0, minds.Length - 1], Gen.Int[1, 12]).Select((mind, length) => minds[mind] is 'K' or 'L' or 'W' ? $"{minds[mind]}" : new string(minds[mind], length))
            .Array[0, 40].Select(string.Concat);

    [Fact]
    public async Task However_it_throttles_everything_is_delivered_once() =>
        await Pattern(Busy).SampleAsync(async pattern =>
        {
            var (ledger, results) = await RunAsync(pattern);
            ledger.Count.ShouldBe(Messages, pattern);
            ledger.Values.ShouldAllBe(count => count == 1);
            results.Values.ShouldAllBe(result => result == "Delivered");
        }, iter: 8, threads: 1);

    [Fact]
    public async Task However_binds_drop_nothing_is_sent_twice_and_nothing_is_lost() =>
        await Pattern(Rough).SampleAsync(async pattern =>
        {
            var (ledger, results) = await RunAsync(pattern);
            ledger.Values.ShouldAllBe(count => count == 1, pattern);
            results.Count.ShouldBe(Messages);
            foreach (var (number, result) in results)
                result.ShouldBeOneOf(ledger.ContainsKey(number) ? ["Delivered", "Unknown"] : ["Unknown"]);
            // What is not known is what was under way when a bind was lost, or was answered wrongly: at most a window each.
            var rough = pattern.Count(mind => mind is 'K' or 'L' or 'W');
            results.Values.Count(result => result == "Unknown").ShouldBeLessThanOrEqualTo(rough * 10, pattern);
        }, iter: 6, threads: 1);

    private async Task<(IReadOnlyDictionary<string, int> Ledger, IReadOnlyDictionary<string, string> Results)> RunAsync(string pattern)
    {
        await rig.FreshAsync();
        await rig.Smsc.BehaveAsync(new { script = pattern });
        var prefix = $"1556{Interlocked.Increment(ref rounds):d3}";
        var answer = await rig.Client.PostAsync("CCaaS_CreateProactiveBulkDeliveryV2", SmppAccount.Bulk(Enumerable.Range(0, Messages).Select(i => $"+{prefix}{i:d3}2")));
        answer.Status.ShouldBe(System.Net.HttpStatusCode.OK, answer.Body);
        var results = await EndsAsync(prefix);
        return (await rig.Smsc.LedgerAsync(), results);
    }

    private async Task<IReadOnlyDictionary<string, string>> EndsAsync(string prefix)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var answer = await rig.Client.ReadAsync($"msdyn_proactive_deliveries?$select=msdyn_to_address,msdyn_result,msdyn_status,hrld_reasoncode&$filter=startswith(msdyn_to_address,'%2B{prefix}')");
            var rows = JsonDocument.Parse(answer.Body).RootElement.GetProperty("value").EnumerateArray().ToList();
            if (rows.Count == Messages && rows.TrueForAll(row => row.GetProperty("msdyn_status").GetString() == "Complete"))
                return rows.ToDictionary(row => row.GetProperty("msdyn_to_address").GetString()!.TrimStart('+'), row => row.GetProperty("msdyn_result").GetString()!);
            bound.IsCancellationRequested.ShouldBeFalse(answer.Body);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }
}
