using System.Text.Json;
using Herald.Server.Hosting;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;

namespace Herald.Server.Tests.Agents;

/// <summary>A flow file talks to simulated people of a running server, and what it found out is read over the tables.</summary>
public sealed class FlowEndToEndTests
{
    [Fact]
    public async Task Results_are_read_over_the_tables_and_a_saved_change_is_run_by_the_next_call()
    {
        await using var server = await RunningServer.StartAsync(null, "--Herald:Agents:Poll", "00:00:00.1");
        using var client = await server.ClientAsync();
        var flow = Path.Combine(server.Folder, "agents", "appointment.yaml");
        (await ResultsAsync(client)).ShouldBe(new Dictionary<string, string> { ["appointmentConfirmed"] = "yes", ["answer"] = "1" }, ignoreOrder: true);

        await File.WriteAllTextAsync(flow, "steps:\n  note:\n    set: mood\n    value: good\n    next: bye\n  bye:\n    hangUp: Bye.");
        await UntilAsync(server, agents => agents.GetProperty("faults").GetArrayLength() == 0, async () => (await ResultsAsync(client)).ContainsKey("mood"));
        (await ResultsAsync(client)).ShouldBe(new Dictionary<string, string> { ["appointmentConfirmed"] = "", ["mood"] = "good" }, ignoreOrder: true);

        await File.WriteAllTextAsync(flow, "steps:\n  note:\n    sett: mood");
        await UntilAsync(server, agents => agents.GetProperty("faults").EnumerateArray().Any(fault => fault.GetString()!.StartsWith("appointment.yaml:2 steps.note: ", StringComparison.Ordinal)));
        (await server.Anonymous.GetAsync("/health/ready")).EnsureSuccessStatusCode();
        (await ResultsAsync(client)).ShouldContainKey("mood");
    }

    [Fact]
    public async Task In_production_faulty_flows_and_agents_stop_the_start_all_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("herald-agents-");
        try
        {
            var agents = Directory.CreateDirectory(Path.Combine(folder.FullName, "agents"));
            await File.WriteAllTextAsync(Path.Combine(agents.FullName, "bad.yaml"), "steps:\n  a:\n    say: x\n    next: nowhere");
            string[] settings =
            [
                "--Herald:DataDirectory", folder.FullName, "--Herald:Identity:Authority", "https://login.example.org", "--Herald:Identity:TenantId", Guid.NewGuid().ToString(), "--Herald:Identity:Audience", "api://herald",
                "--Herald:Agents:triage:Url", "http://agents.example.net/", "--Herald:Agents:Poll", "0",
            ];
            var refused = Should.Throw<BadSettingsException>(() => HeraldHost.Build(["--environment", "Production", .. settings]));
            refused.Mistakes.ShouldContain(mistake => mistake.Contains("bad.yaml:4 steps.a.next: It leads to nowhere", StringComparison.Ordinal));
            refused.Mistakes.ShouldContain(mistake => mistake.StartsWith("Herald:Agents:triage:Url must be https", StringComparison.Ordinal));
            refused.Mistakes.ShouldContain(mistake => mistake.StartsWith("Herald:Agents:Poll", StringComparison.Ordinal));
            Should.Throw<BadSettingsException>(() => HeraldHost.Build(["--environment", "Production", .. settings, "--Herald:Agents:Folder", Path.Combine(folder.FullName, "none")]))
                .Mistakes.ShouldContain(mistake => mistake.StartsWith("Herald:Agents:Folder", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_failing_agent_suspends_its_engagement_and_resuming_goes_on()
    {
        await using var server = await RunningServer.StartAsync(null, "--Herald:Agents:Poll", "00:00:00.1");
        using var administrator = await server.ClientAsync("administrator");
        using var client = await server.ClientAsync("supervisor");
        using var treatment = new StringContent("""{"msdyn_bot_failure_treatment_type":192360001}""", System.Text.Encoding.UTF8, "application/json");
        (await administrator.PatchAsync(new Uri($"{ApiClient.Root}msdyn_proactive_engagement_configs({DevelopmentDefaults.VoiceEngagement})", UriKind.Relative), treatment)).EnsureSuccessStatusCode();
        var file = Path.Combine(server.Folder, "agents", "appointment.yaml");
        var good = await File.ReadAllTextAsync(file);
        File.Delete(file);
        await UntilAsync(server, agents => agents.GetProperty("flows").GetInt32() == 0);

        (await EndAsync(client)).Text("msdyn_result").ShouldBe("BotFailed");
        await UntilAsync(server, _ => true, async () => (await client.ReadAsync("msdyn_proactive_engagement_config_statuses")).Body.Contains("\"msdyn_suspension_type\":700610000", StringComparison.Ordinal));
        var waiting = await client.PostAsync("CCaaS_CreateProactiveDelivery", Requests.VoiceNow);

        await File.WriteAllTextAsync(file, good);
        await UntilAsync(server, agents => agents.GetProperty("flows").GetInt32() == 1);
        (await client.ReadAsync($"msdyn_proactive_deliveries({waiting.Id("DeliveryId")})")).Text("msdyn_status").ShouldBe("Pending");
        (await client.PostAsync("CCaaS_CreateOperation", $$"""{"ApiVersion":"1.0","Operation":"Resume","ProactiveEngagementConfigId":"{{DevelopmentDefaults.VoiceEngagement}}"}""")).Status.ShouldBe(System.Net.HttpStatusCode.Accepted);
        (await client.EndAsync(waiting.Id("DeliveryId"))).Text("msdyn_result").ShouldBe("LiveAnswer");
    }

    private static async Task<Answer> EndAsync(HttpClient client)
    {
        var made = await client.PostAsync("CCaaS_CreateProactiveDelivery", Requests.VoiceNow);
        return await client.EndAsync(made.Id("DeliveryId"));
    }

    private static async Task<Dictionary<string, string>> ResultsAsync(HttpClient client)
    {
        var delivery = (await EndAsync(client)).Id("msdyn_proactive_deliveryid");
        using var rows = JsonDocument.Parse((await client.ReadAsync($"msdyn_proactive_delivery_attributes?$filter=_msdyn_proactive_delivery_value eq {delivery} and msdyn_type eq 700610001")).Body);
        return rows.RootElement.GetProperty("value").EnumerateArray()
            .ToDictionary(row => row.GetProperty("msdyn_keyword").GetString()!, row => row.GetProperty("msdyn_value").GetString() ?? "");
    }

    private static async Task UntilAsync(RunningServer server, Func<JsonElement, bool> agents, Func<Task<bool>>? also = null)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            using var health = JsonDocument.Parse(await server.Anonymous.GetStringAsync("/health/ready"));
            if (agents(health.RootElement.GetProperty("agents")) && (also is null || await also()))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, bound.Token);
        }
    }
}
