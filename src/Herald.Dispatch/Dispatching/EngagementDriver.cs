using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Pacing;
using Herald.Core.Planning;
using Herald.Dispatch.Attempts;
using Herald.Dispatch.Slots;
using Herald.Store.Queue;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>The pass of one engagement: stage, pick, plan, start, hand over. One caller at a time; a second driver of the same engagement elsewhere wastes reads, never a call.</summary>
internal sealed class EngagementDriver(Guid engagementId, DriverParts parts, Action signal)
{
    private const int MostStageSteps = 10;
    private static readonly Duration Stuck = Duration.FromMilliseconds(250);

    private readonly FactReader facts = new(parts.Store);
    private readonly Duration recount = Duration.FromTimeSpan(parts.Options.Recount);
    private PickFloor? floor;
    private ProfileSlots? slots;
    private (CallOrder, RetryPriority)? rankedBy;
    private Instant? dueAt;
    private Instant recountAt = Instant.MinValue;
    private int elsewhere;
    private bool readyLeft;
    private bool suspended;

    /// <summary>A row of the engagement is due (or was written ready) at that moment.</summary>
    public void Due(Instant at, Instant now)
    {
        if (at <= now)
            (readyLeft, floor) = (true, null);
        dueAt = dueAt is { } known && known <= at ? known : at;
    }

    /// <summary>Reads when the next row is due: rows are written by other processes too.</summary>
    public async Task LookAroundAsync(Instant now, CancellationToken ct)
    {
        if (await parts.Store.Queue.NextCheckAsync(engagementId, ct) is { } next)
            dueAt = dueAt is { } known && known <= next ? known : next;
        if (suspended)
            suspended = await parts.Store.Facts.IsSuspendedAsync(engagementId, ct);
        // Ready rows that no wake told of: a put-back row, an intake of another process whose wake was lost.
        (readyLeft, floor) = (true, null);
    }

    public async Task<Pass> RunOnceAsync(Instant now, CancellationToken ct)
    {
        var settings = await parts.Settings.RefreshAsync(ct);
        var engagement = settings.Engagements.GetValueOrDefault(engagementId);
        if (now >= recountAt)
            await RecountAsync(engagement, now, ct);
        var staged = dueAt is { } due && due <= now ? await StageAsync(settings, now, ct) : 0;
        await RerankAsync(engagement, settings, now, ct);
        var started = await StartSomeAsync(engagement, settings, now, ct);
        return new Pass(NextAt(started), staged, started.Count);
    }

    /// <summary>Wants nothing any more: what was granted goes to others.</summary>
    public void Withdraw() => slots?.Withdraw(engagementId);

    private Instant? NextAt(Starting started)
    {
        var again = started.Again ?? (dueAt is { } due ? due : null);
        return again is { } at && dueAt is { } known && known < at ? known : again;
    }

    private async Task RecountAsync(Engagement? engagement, Instant now, CancellationToken ct)
    {
        var inFlight = await parts.Store.Queue.CountInFlightAsync(engagementId, ct);
        elsewhere = Math.Max(0, inFlight - (slots?.RunningOf(engagementId) ?? 0));
        await parts.Failures.LookAsync(engagement, now, ct);
        recountAt = now + recount;
    }

    private async Task<int> StageAsync(SettingsSnapshot settings, Instant now, CancellationToken ct)
    {
        var staged = 0;
        for (var step = 0; step < MostStageSteps; step++)
        {
            var rows = await parts.Store.Queue.ReadDueAsync(engagementId, now, parts.Options.StageSize, ct);
            if (rows.Count == 0)
                break;
            var looks = await LookAsync(rows, settings, now, ct);
            var written = await parts.Store.Queue.WriteLooksAsync(looks, now, ct);
            staged += written;
            (readyLeft, floor) = (true, null);
            if (rows.Count < parts.Options.StageSize || written == 0)
                break;
        }

        // A pass that could write nothing (another driver was faster) must not spin on the same rows.
        var next = await parts.Store.Queue.NextCheckAsync(engagementId, ct);
        dueAt = next is { } at && at <= now && staged == 0 ? now + Stuck : next;
        return staged;
    }

    private async Task<List<Look>> LookAsync(IReadOnlyList<QueueRow> rows, SettingsSnapshot settings, Instant now, CancellationToken ct)
    {
        var known = FactReader.OfSettings(settings, engagementId, rows[0].Task.Channel);
        var read = await facts.ReadAsync(known, [.. rows.Select(row => row.Task)], now, ct);
        return [.. rows.Select(row => LookOf(row, Forward(Planner.Next(row.Task, row.History, read, now), now), read.Engagement))];
    }

    private static Look LookOf(QueueRow row, NextStep step, Engagement engagement) =>
        new(row.DeliveryId, row.Task.Id, step, OutcomePlan.RankOf(engagement, row.Task, step, row.History.Count > 0), row.NextCheckAt);

    /// <summary>A wait is always ahead: a rule that broke that would make the pass spin.</summary>
    private static NextStep Forward(NextStep step, Instant now) =>
        step is NextStep.Wait wait && wait.Until <= now ? wait with { Until = now + Stuck } : step;

    /// <summary>A changed call order gives ready rows their new rank, in steps; waiting rows get theirs when they become ready.</summary>
    private async Task RerankAsync(Engagement? engagement, SettingsSnapshot settings, Instant now, CancellationToken ct)
    {
        if (engagement is null)
            return;
        var order = (engagement.CallOrder, engagement.RetryPriority);
        if (rankedBy is { } before && before != order)
        {
            PickFloor? at = null;
            while (await parts.Store.Queue.PickAsync(engagementId, parts.Options.BatchSize, at, ct) is { Count: > 0 } rows)
            {
                at = new PickFloor(rows[^1].Rank, rows[^1].DeliveryId);
                var looks = await LookAsync(rows, settings, now, ct);
                looks.RemoveAll(look => look.Step is NextStep.Attempt && rows.First(row => row.DeliveryId == look.DeliveryId).Rank == look.Rank);
                if (looks.Count > 0)
                    await parts.Store.Queue.WriteLooksAsync(looks, now, ct);
            }

            floor = null;
        }

        rankedBy = order;
    }

    private async Task<Starting> StartSomeAsync(Engagement? engagement, SettingsSnapshot settings, Instant now, CancellationToken ct)
    {
        var found = CanStart(engagement) ? parts.Slots.Of(engagement!.Profile) : null;
        if (!ReferenceEquals(found, slots))
        {
            slots?.Withdraw(engagementId);
            slots = found;
        }

        if (slots is null || !readyLeft || suspended)
        {
            slots?.Withdraw(engagementId);
            return default;
        }

        var cap = CapOf(engagement!) - elsewhere;
        var taken = slots.Take(engagementId, engagement!.Priority, cap, signal);
        if (taken == 0)
            return default;
        var starting = default(Starting);
        try
        {
            return starting = await new Starter(engagementId, parts, facts, slots).RunAsync(await PickAsync(taken, ct), taken, settings, now, ct);
        }
        finally
        {
            Note(starting, taken);
        }
    }

    // Copilot's own limit binds calls; messages in flight are bounded by the profile's window and this process's default.
    private int CapOf(Engagement engagement) =>
        engagement.Channel == Channel.Voice ? Copilot.Calls(engagement.MaxConcurrentCalls, inFlight: 0) : engagement.MaxConcurrentCalls ?? parts.Options.DefaultConcurrency;

    private static bool CanStart(Engagement? engagement) =>
        engagement is { Active: true, Unusable: null, DialMode: DialMode.Copilot, Profile: not null };

    private async Task<IReadOnlyList<QueueRow>> PickAsync(int most, CancellationToken ct)
    {
        var rows = await parts.Store.Queue.PickAsync(engagementId, most, floor, ct);
        if (rows.Count > 0 || floor is null)
            return rows;
        // Behind the floor nothing is left: rows before it may have been put back.
        floor = null;
        return await parts.Store.Queue.PickAsync(engagementId, most, null, ct);
    }

    private void Note(Starting starting, int taken)
    {
        suspended = starting.Suspended;
        readyLeft = starting.Left || starting.Picked >= taken || (floor is not null && starting.Picked > 0);
        floor = starting.Floor;
        slots!.Settle(engagementId, taken, starting.Count, starting.Units, readyLeft && !suspended && starting.Again is null);
    }
}
