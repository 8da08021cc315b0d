using Herald.Core.Deliveries;
using Herald.Core.Engagements.DisplayNumbers;
using Herald.Core.Planning;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Channels;
using Herald.Dispatch.Slots;
using Herald.Dispatch.Telemetry;
using Herald.Store.Queue;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>Plans the rows of one pick, writes their start and hands the started ones to the channel.</summary>
internal sealed class Starter(Guid engagementId, DriverParts parts, FactReader reader, ProfileSlots slots)
{
    private static readonly HashSet<Guid> Nothing = [];
    private static readonly Duration Doubt = Duration.FromMinutes(1);
    private static readonly Duration Refused = Duration.FromMilliseconds(250);

    private readonly List<StartRow> starts = [];
    private readonly List<(QueueRow Row, NextStep.Attempt Step)> attempts = [];
    private readonly List<Look> looks = [];
    private readonly HashSet<LimitKey> keys = [];
    private PickFloor? floor;
    private bool left;

    public async Task<Starting> RunAsync(IReadOnlyList<QueueRow> rows, int taken, SettingsSnapshot settings, Instant now, CancellationToken ct)
    {
        if (rows.Count == 0)
            return default;
        using var span = HeraldMeter.Activities.StartActivity("herald.start")?.SetTag("herald.engagement", engagementId).SetTag("herald.picked", rows.Count);
        var known = FactReader.OfSettings(settings, engagementId, rows[0].Task.Channel);
        var facts = await reader.ReadAsync(known, [.. rows.Select(row => row.Task)], now, ct);
        foreach (var row in rows)
            Plan(row, facts, now);
        if (starts.Count == 0 && looks.Count == 0)
            return new Starting(rows.Count, 0, 0, true, floor, false, now + Refused);
        var answer = await StartAsync(now);
        var units = HandOver(answer, known, now);
        var refused = starts.Count - answer.Started.Count;
        return new Starting(
            rows.Count,
            answer.Started.Count,
            units,
            left || refused > 0,
            refused > 0 ? null : floor,
            answer.Suspended,
            answer.Started.Count == 0 && looks.Count == 0 ? now + Refused : null);
    }

    private async Task<StartAnswer> StartAsync(Instant now)
    {
        foreach (var start in starts)
            parts.Attempts.Starts.Add(start.DeliveryId);
        IReadOnlySet<Guid> started = Nothing;
        try
        {
            // Not cancellable: a start that committed must reach its hand-over.
            var answer = await parts.Store.Queue.StartAsync(new StartBatch(parts.Owner, engagementId, now, starts, looks), CancellationToken.None);
            started = answer.Started;
            return answer;
        }
        finally
        {
            foreach (var start in starts)
                if (!started.Contains(start.DeliveryId))
                    parts.Attempts.Starts.Remove(start.DeliveryId);
            // Only now: who recovers must not find them in memory any more.
            if (ReferenceEquals(started, Nothing))
                parts.Attempts.Starts.Doubt(now + Doubt);
        }
    }

    private void Plan(QueueRow row, Facts facts, Instant now)
    {
        switch (Planner.Next(row.Task, row.History, facts, now))
        {
            case NextStep.Attempt attempt:
                var demands = Planner.Demands(row.Task, attempt.Candidate, facts, now);
                if (demands.Any(demand => keys.Contains(demand.Key)))
                {
                    // A batch holds a key once: its twin is judged on the next pass, when this start counts.
                    left = true;
                    return;
                }

                foreach (var demand in demands)
                    keys.Add(demand.Key);
                starts.Add(StartOf(row, attempt, demands, facts));
                attempts.Add((row, attempt));
                break;
            case var other:
                looks.Add(new Look(row.DeliveryId, row.Task.Id, other, OutcomePlan.RankOf(facts.Engagement, row.Task, other, row.History.Count > 0), row.NextCheckAt));
                break;
        }

        if (!left)
            floor = new PickFloor(row.Rank, row.DeliveryId);
    }

    private static StartRow StartOf(QueueRow row, NextStep.Attempt step, IReadOnlyList<LimitDemand> demands, Facts facts)
    {
        var contact = row.Task.Contacts[step.Candidate.Contact];
        return new StartRow(
            row.DeliveryId,
            row.Task.Id,
            row.Sequence + 1,
            step.Candidate,
            step.Window,
            step.ClosesAt,
            ContactKey.Of(contact, step.Candidate.Number),
            DisplayNumber.Of(facts.Engagement, contact, step.Candidate.Number),
            facts.Engagement.Planner.SystemZone ? "UTC" : contact.TimeZone ?? facts.Engagement.Planner.DefaultZone,
            demands,
            contact.InputAttributes);
    }

    /// <summary>The rows are on disk and their slots in hand: nothing is between here and the first packet.</summary>
    private int HandOver(StartAnswer answer, Facts settings, Instant now)
    {
        var units = 0;
        var load = parts.Slots.LoadOf(slots.Channel);
        foreach (var (row, step) in attempts)
        {
            if (!answer.Started.Contains(row.DeliveryId))
                continue;
            var engagement = parts.Settings.FindEngagement(engagementId)!;
            var order = new AttemptOrder(
                row.DeliveryId, row.Sequence + 1, row.Task, step.Candidate, engagement, engagement.Profile!, DisplayNumber.Of(engagement, row.Task.Contacts[step.Candidate.Contact], step.Candidate.Number),
                MessageText.Of(row.Task, step.Candidate, engagement), now, step.ClosesAt) { IsLast = LastAttempt.Is(row, step.Candidate, engagement, settings, now) };
            units += slots.Channel.UnitsOf(order);
            parts.Meter.Delay(now - Instant.Max(row.Task.AcceptedAt, step.Window.Start));
            slots.Channel.Start(order, parts.Attempts.Begin(order, row.History, slots, load));
        }

        if (attempts.Count > 0)
            parts.Meter.Started(attempts[0].Row.Task.Channel, answer.Started.Count);
        return units;
    }
}
