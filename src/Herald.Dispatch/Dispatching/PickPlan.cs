using Herald.Core.Planning;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>
/// Plans of one pick. What the start asks again in its own transaction (opt-outs and counts of starts) need not be fetched before it: mostly it
/// finds nothing. A row it refuses is planned again on all facts, and so is one whose plan is not an attempt at the contact that is likely next.
/// </summary>
internal sealed class PickPlan(FactReader reader, Facts known)
{
    /// <summary>Attempts may rest on what the start has yet to ask; everything else on all facts.</summary>
    public async Task<IReadOnlyList<(QueueRow Row, NextStep Step, Facts Facts)>> HopefulAsync(IReadOnlyList<QueueRow> rows, Instant now, CancellationToken ct)
    {
        var hopeful = await reader.ReadPausesAsync(known, [.. rows.Select(row => (row.Task, (int?)LikelyOf(row)))], now, ct);
        var plans = rows.Select(row => (Row: row, Step: Planner.Next(row.Task, row.History, hopeful, now), Facts: hopeful)).ToList();
        var open = Enumerable.Range(0, plans.Count).Where(index => IsOpen(plans[index].Row, plans[index].Step)).ToList();
        if (open.Count == 0)
            return plans;
        foreach (var (index, plan) in open.Zip(await KnowingAsync([.. open.Select(index => rows[index])], now, ct)))
            plans[index] = plan;
        return plans;
    }

    /// <summary>On all facts.</summary>
    public async Task<IReadOnlyList<(QueueRow Row, NextStep Step, Facts Facts)>> KnowingAsync(IReadOnlyList<QueueRow> rows, Instant now, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(known, [.. rows.Select(row => row.Task)], now, ct);
        return [.. rows.Select(row => (row, Planner.Next(row.Task, row.History, facts, now), facts))];
    }

    private static int LikelyOf(QueueRow row) => row.History.Count > 0 ? row.History[^1].Contact : 0;

    private static bool IsOpen(QueueRow row, NextStep step) => step is not NextStep.Attempt attempt || attempt.Candidate.Contact != LikelyOf(row);
}
