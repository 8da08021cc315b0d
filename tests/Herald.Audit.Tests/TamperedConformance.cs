using Herald.Core.Deliveries;
using Herald.Store;
using Herald.Store.Intake;

namespace Herald.Audit.Tests;

/// <summary>A log in order, in which somebody then changes one thing: the audit says that, and nothing else.</summary>
public abstract class TamperedConformance(StoreEngine engine) : AuditConformance(engine)
{
    private const int Attempts = 12;

    [Theory]
    [InlineData("zone", "'Europe/Rome'")]
    [InlineData("reason", "'not so'")]
    [InlineData("loop", "2")]
    [InlineData("seq_no", "7")]
    [InlineData("subject_key", "'somebody'")]
    [InlineData("contact_key", "'somebody'")]
    [InlineData("hash", "(select hash from attempt_log order by id limit 1)")]
    public async Task One_changed_column_of_one_line_shows(string column, string value)
    {
        var lines = await LiveAsync();
        var victim = lines[Random.Shared.Next(1, lines.Count - 1)];

        await Under.WriteAsync($"update attempt_log set {column} = {value} where id = {victim}");

        var report = await AuditAsync();
        report.ByRule.Keys.ShouldBe(["hash"]);
        // A hash of its own that was changed does not lead to the next line either.
        report.Violations.Select(violation => violation.LogId!.Value).ShouldBe(column == "hash" ? [victim, lines[lines.IndexOf(victim) + 1]] : [victim]);
    }

    [Fact]
    public async Task Lines_taken_out_of_the_middle_show_at_the_next()
    {
        var lines = await LiveAsync();
        var victim = Random.Shared.Next(Attempts, lines.Count - 3);

        await Under.WriteAsync($"delete from attempt_log where id in ({lines[victim]}, {lines[victim + 1]})");

        var report = await AuditAsync();
        report.ByRule.Keys.ShouldBe(["hash"]);
        report.Violations.ShouldHaveSingleItem().LogId.ShouldBe(lines[victim + 2]);
    }

    [Fact]
    public async Task A_line_put_in_shows()
    {
        var lines = await LiveAsync();

        await Under.WriteAsync($"insert into attempt_log select {lines[^1] + 5}, {Columns} from attempt_log where id = {lines[^1]}");

        (await AuditAsync()).Violations.ShouldHaveSingleItem().LogId.ShouldBe(lines[^1] + 5);
    }

    [Fact]
    public async Task A_line_put_in_far_ahead_does_not_keep_the_audit_busy_for_ever()
    {
        var lines = await LiveAsync();

        await Under.WriteAsync($"insert into attempt_log select {lines[^1] + (1L << 39)}, {Columns} from attempt_log where id = {lines[^1]}");

        (await BrokenAsync()).ShouldBe(["hash"]);
    }

    [Fact]
    public async Task A_whole_chain_cut_off_shows_by_its_deliveries()
    {
        await LiveAsync();

        await Under.WriteAsync("delete from attempt_log");
        (await AuditAsync()).ByRule.ShouldBe(new Dictionary<string, long> { ["missing"] = Attempts });
        await Under.WriteAsync("delete from log_chain");
        (await AuditAsync()).ByRule.ShouldBe(new Dictionary<string, long> { ["missing"] = Attempts });
    }

    [Fact]
    public async Task A_chain_that_nobody_opened_shows_and_is_judged_all_the_same()
    {
        await LiveAsync();

        await Under.WriteAsync("delete from log_chain");

        var report = await AuditAsync();
        report.Attempts.ShouldBe(Attempts);
        report.ByRule.ShouldBe(new Dictionary<string, long> { ["missing"] = 1 });
    }

    [Fact]
    public async Task Lines_that_are_hidden_behind_the_end_of_pruning_show()
    {
        var lines = await LiveAsync();

        await Under.WriteAsync($"update log_chain set pruned_number = {lines[3] & ((1L << 40) - 1)}, pruned_hash = (select hash from attempt_log where id = {lines[3]})");

        (await BrokenAsync()).ShouldBe(["hash"]);
    }

    [Fact]
    public async Task A_start_moved_to_another_hour_shows_as_changed_and_as_what_it_is()
    {
        var lines = await LiveAsync();

        await Under.WriteAsync($"update attempt_log set at = at - {(long)Duration.FromDays(90).TotalMilliseconds} where id = {lines[0]}");

        (await BrokenAsync()).ShouldBe(["hash", "window"]);
    }

    [Fact]
    public async Task An_attempt_of_a_task_that_had_ended_shows()
    {
        var task = await StartAsync();
        await FinishAsync(task, Noon + Duration.FromMinutes(1), DeliveryResult.LiveAnswer);

        await Under.WriteAsync($"update task set ended_at = {(Noon - Duration.FromHours(1)).ToUnixTimeMilliseconds()} where id = @id", task.Task.Id);

        (await BrokenAsync()).ShouldBe(["after_end"]);
    }

    private const string Columns = "kind, at, delivery_id, task_id, engagement_id, channel, seq_no, loop, contact_index, phone, number, contact_key, subject_key, zone, result, reason, counts, hash";

    /// <summary>All started at once, then all ended: first the starts, then the ends. Their line numbers.</summary>
    private async Task<List<long>> LiveAsync()
    {
        var tasks = new List<NewTask>();
        for (var i = 0; i < Attempts; i++)
            tasks.Add(await StartAsync(task: TaskOf($"person {i}")));
        foreach (var task in tasks)
            await FinishAsync(task, Noon + Duration.FromMinutes(1), DeliveryResult.LiveAnswer);
        (await AuditAsync()).ViolationCount.ShouldBe(0);
        var lines = new List<long>();
        await using var connection = await Store.Rows.OpenReaderAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "select id from attempt_log order by id";
        await using var reader = await command.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
            lines.Add(reader.GetInt64(0));
        lines.Count.ShouldBe(Attempts * 2);
        return lines;
    }
}
