using Herald.Core.Deliveries;
using Herald.Simulation.Tests.Living;

namespace Herald.Simulation.Tests.Judging;

/// <summary>What must be true of a world in which nothing is left to do, whatever happened in it. Asked of the rows, not of the engine.</summary>
internal static class Lives
{
    public static async Task<List<string>> FaultsAsync(World world)
    {
        var faults = new List<string>();
        foreach (var (what, sql) in Statements)
        {
            foreach (var row in (await world.Rows.ReadAsync(sql, row => string.Join(", ", Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "-" : row.GetValue(i) is byte[] { Length: 16 } id ? new Guid(id, bigEndian: true).ToString() : row.GetValue(i))))).Take(5))
                faults.Add($"{what}: {row}");
        }

        await AddLoopsAsync(world, faults);
        await AddUnattemptedAsync(world, faults);
        var kept = (await world.Rows.ReadAsync("select id from task", row => world.Rows.Id(row, 0))).ToHashSet();
        faults.AddRange(world.Accepted.Keys.Where(id => !kept.Contains(id)).Select(id => $"accepted and lost: {id}"));
        faults.AddRange(world.Errors.Take(3).Select(error => $"logged as an error: {error}"));
        return faults;
    }

    // Results: 1 LiveAnswer, 7 CallEnded, 13 Terminated, 18 Delivered, 19 NotDelivered. Log: 0 start, 2 end, 4 not sent.
    private static readonly (string What, string Sql)[] Statements =
    [
        ("an open task", "select id, engagement_id from task where ended_at is null"),
        ("an open delivery", "select id, task_id, state, next_check_at, reason_code from delivery where state < 4"),
        ("a task without a delivery", "select id from task t where not exists (select 1 from delivery d where d.task_id = t.id)"),
        ("an attempt after the end of its task", "select l.task_id, l.at, t.ended_at from attempt_log l join task t on t.id = l.task_id where l.kind = 0 and l.at > t.ended_at"),
        ("an end without a reason", "select id, status, result from delivery where state = 4 and (reason_code is null or reason_code = '') and result not in (18, 19)"),
        ("Complete without an attempt, or an attempt without Complete", "select id, status, result, started_at from delivery where state = 4 and (status = 2) <> (started_at is not null)"),
        ("attempts that are not numbered from 1 on", "select task_id, count(*), max(seq_no) from delivery where started_at is not null group by task_id having count(*) <> max(seq_no) or min(seq_no) <> 1"),
        ("a number tried twice in a loop", "select task_id, loop, contact_index, to_address from delivery where started_at is not null and result <> 13 group by task_id, loop, contact_index, to_address having count(*) > 1"),
        ("reached or not, unlike its results", "select t.id, t.customer_reached from task t where (t.customer_reached <> false) <> exists (select 1 from delivery d where d.task_id = t.id and d.result in (1, 7, 18))"),
        ("an attempt that went on after its task had reached somebody", "select d.task_id, d.seq_no from delivery d join delivery e on e.task_id = d.task_id and e.seq_no < d.seq_no where e.result in (1, 7, 18) and d.started_at is not null and e.result_at <= d.started_at"),
        ("two fallbacks of one task, or a fallback of one that was reached", "select id from task where fallback_attempted <> false and customer_reached <> false"),
        ("an owner that is left", "select id, owner from delivery where owner is not null"),
        ("a receipt that is left", "select message_id from message_id where pending <> false"),
    ];

    private static async Task AddLoopsAsync(World world, List<string> faults)
    {
        var loops = await world.Rows.ReadAsync(
            "select d.task_id, d.engagement_id, d.channel, max(d.loop), max(t.intake) from delivery d join task t on t.id = d.task_id where d.started_at is not null group by d.task_id, d.engagement_id, d.channel",
            row => (Task: world.Rows.Id(row, 0), Engagement: world.Rows.Id(row, 1), Sms: row.GetInt32(2) == 1, Loop: row.GetInt64(3), First: row.GetInt32(4) == (int)IntakeKind.FirstGeneration));
        foreach (var (task, engagement, sms, loop, first) in loops)
        {
            var most = sms || first ? 1 : world.Organisation.MostLoops(engagement);
            if (loop > most)
                faults.Add($"more loops than settings ever allowed: {task}, {loop} of {most}");
        }
    }

    // Nothing forbids anything there and its slots are shared with few: a window of minutes that opened after the request must have been used.
    private static async Task AddUnattemptedAsync(World world, List<string> faults)
    {
        var ended = (await world.Rows.ReadAsync(
            "select t.id, t.status from task t where not exists (select 1 from delivery d where d.task_id = t.id and d.started_at is not null)",
            row => (Id: world.Rows.Id(row, 0), Status: (DeliveryStatus)row.GetInt32(1)))).ToDictionary(task => task.Id, task => task.Status);
        foreach (var task in world.Accepted.Values.Where(task => task.EngagementId == world.Organisation.Plain && ended.GetValueOrDefault(task.Id) == DeliveryStatus.Expired))
        {
            if (task.WindowsOf(0).Any(window => window.End - Instant.Max(window.Start, task.AcceptedAt) > Patience) && !world.WasDown && !world.WasLate)
                faults.Add($"never attempted though nothing forbade it: {task.Id}");
        }
    }

    private static readonly Duration Patience = Duration.FromHours(3);
}
