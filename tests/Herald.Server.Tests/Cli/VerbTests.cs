using Herald.Server.Hosting;
using Herald.Server.Tests.Actions;
using Herald.Server.Tests.Running;
using Microsoft.Data.Sqlite;

namespace Herald.Server.Tests.Cli;

/// <summary>The verbs, as processes beside the running server.</summary>
[Collection<SqliteTests>]
public sealed class VerbTests(SqliteServer fixture)
{
    private readonly RunningServer server = fixture.Server;

    [Fact]
    public async Task Demo_shows_both_deliveries_to_their_end()
    {
        var run = await HeraldRun.OfAsync("demo");
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Complete LiveAnswer");
        run.Output.ShouldContain("appointmentConfirmed = yes");
        run.Output.ShouldContain("Complete Delivered");
    }

    [Fact]
    public async Task Token_prints_one_that_the_server_takes()
    {
        var run = await HeraldRun.OfAsync("token", "supervisor", "--url", server.Url);
        run.Code.ShouldBe(0, run.Errors);
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", run.Output.Trim());
        (await client.ReadAsync("WhoAmI")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Explain_says_what_a_task_waits_for()
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice(windows: Requests.Tomorrow));
        var run = await HeraldRun.OfAsync("explain", made.Text("DeliveryTaskId"), "--url", server.Url);
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("decision: Wait");
        run.Output.ShouldContain("reason: window");
        (await HeraldRun.OfAsync("explain", Guid.NewGuid().ToString(), "--url", server.Url)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Import_consents_puts_a_list_of_opt_outs_in_force()
    {
        var file = Path.Combine(server.Folder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "PhoneNumber,Channel\n+12065550142,Voice\n");
        var run = await HeraldRun.OfAsync("import-consents", file, "--url", server.Url);
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("\"hrld_consents_written\":1");
        await File.WriteAllTextAsync(file, "Phone\n");
        (await HeraldRun.OfAsync("import-consents", file, "--url", server.Url)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_seeded_has_a_history_for_the_auditor()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "herald.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from engagement e where not exists (select 1 from row_version v where v.table_name = 'engagement' and v.row_id = e.id)";
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task Backup_copies_the_store_while_the_server_runs()
    {
        using var client = await server.ClientAsync();
        var made = await client.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice(windows: Requests.Tomorrow));
        var copy = Path.Combine(server.Folder, $"{Guid.NewGuid():N}.copy");
        var run = await HeraldRun.OfAsync("backup", copy, "--data", server.Folder);
        run.Code.ShouldBe(0, run.Errors);
        await using var connection = new SqliteConnection($"Data Source={copy};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from task where id = @id";
        command.Parameters.AddWithValue("id", made.Id("DeliveryTaskId").ToByteArray(bigEndian: true));
        (await command.ExecuteScalarAsync()).ShouldBe(1L);
        (await HeraldRun.OfAsync("backup", copy, "--data", server.Folder)).Code.ShouldBe(1);
    }

    [Fact]
    public async Task Agent_check_tells_the_faults_of_flow_files()
    {
        var good = Path.Combine(server.Folder, "agents", "appointment.yaml");
        var bad = Path.Combine(server.Folder, $"{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(bad, "steps:\n  bye:\n    hangUp: x\n    nxt: y");
        var run = await HeraldRun.OfAsync("agent", "check", good);
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("appointment.yaml: 8 steps, no faults");
        run = await HeraldRun.OfAsync("agent", "check", good, bad, Path.Combine(server.Folder, "none.yaml"));
        run.Code.ShouldBe(1);
        run.Errors.ShouldContain(":4 steps.bye.nxt: No such member; known here are hangUp.");
        run.Errors.ShouldContain("none.yaml: ");
    }

    [Fact]
    public async Task A_misspelt_verb_does_not_start_a_server()
    {
        var run = await HeraldRun.OfAsync("tokn");
        run.Code.ShouldBe(64);
        run.Errors.ShouldContain("tokn");
    }

    [Fact]
    public async Task Audit_judges_the_log_beside_the_running_server()
    {
        using var client = await server.ClientAsync();
        await client.PostAsync("CCaaS_CreateProactiveDelivery", Requests.Voice());
        var run = await HeraldRun.OfAsync("audit", "--data", server.Folder);
        run.Code.ShouldBe(0, run.Output + run.Errors);
        run.Output.ShouldContain(" 0 violations");
        (await HeraldRun.OfAsync("audit", "--data", Path.Combine(server.Folder, "nowhere"))).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Import_uploads_a_file()
    {
        var file = Path.Combine(server.Folder, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, "UniqueIdentifier,MobilePhoneNumber\n1,+15550100\n2,+15550486\n");
        var run = await HeraldRun.OfAsync("import", DevelopmentDefaults.VoiceEngagement.ToString(), file, "--url", server.Url);
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("\"msdyn_deliveries_created\":2");
    }
}
