using Herald.Core.Planning;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>
/// Plans of one pick. Of a chain the contact that is likely next is asked about first: mostly it decides, and the facts of the others
/// need not be fetched. Where the plan speaks of another one, it is made again on the facts of all.
/// </summary>
internal sealed class PickPlan(FactReader reader, Facts known)
{
    public async Task<IReadOnlyList<(QueueRow Row, NextStep Step, Facts Facts)>> OfAsync(IReadOnlyList<QueueRow> rows, Instant now, CancellationToken ct)
    {
        var likely = await reader.ReadAsync(known, [.. rows.Select(row => (row.Task, (int?)LikelyOf(row)))], now, ct);
        var plans = rows.Select(row => (Row: row, Step: Planner.Next(row.Task, row.History, likely, now), Facts: likely)).ToList();
        var open = Enumerable.Range(0, plans.Count).Where(index => IsOpen(plans[index].Row, plans[index].Step)).ToList();
        if (open.Count == 0)
            return plans;
        var whole = await reader.ReadAsync(known, [.. open.Select(index => rows[index].Task)], now, ct);
        foreach (var index in open)
            plans[index] = (rows[index], Planner.Next(rows[index].Task, rows[index].History, whole, now), whole);
        return plans;
    }

    private static int LikelyOf(QueueRow row) => row.History.Count > 0 ? row.History[^1].Contact : 0;

    private static bool IsOpen(QueueRow row, NextStep step) => row.Task.Contacts.Count > 1 && step switch
    {
        NextStep.Attempt attempt => attempt.Candidate.Contact != LikelyOf(row),
        NextStep.Wait wait => wait.Candidate.Contact != LikelyOf(row),
        _ => true,
    };
}
