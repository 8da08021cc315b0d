using Herald.Core.Deliveries;
using Herald.Store.Queue;
using Herald.Store.Settings;

namespace Herald.Simulation.Tests.Living;

/// <summary>What people do to running work: between its steps, and in the very moment in which a row is due.</summary>
internal sealed class Operators(World world, Random random)
{
    public Task ActAsync() => random.Next(20) switch
    {
        0 => SuspendAsync(world.Organisation.AnyEngagement(), true),
        1 or 2 or 3 or 4 => SuspendAsync(world.Organisation.AnyEngagement(), false),
        5 => CancelAnyAsync(),
        6 => world.Life.Engine.Operations.CancelQueuedAsync(world.Organisation.AnyEngagement(), CancellationToken.None),
        7 or 8 => ConsentAsync(Any(world.People.Numbers), random.Next(2) == 0 ? Channel.Voice : Channel.Sms, true),
        9 => ConsentAsync(Any(world.People.Numbers), random.Next(2) == 0 ? Channel.Voice : Channel.Sms, false),
        10 => world.KillAsync(),
        11 => random.Next(2) == 0 ? world.RestartAsync() : world.KillAsync(),
        12 => CarrierAsync(),
        13 => random.Next(6) == 0 ? world.Organisation.DeleteAsync(world.Organisation.AnyEngagement(), world.Now) : Task.CompletedTask,
        _ => world.Organisation.ChangeAsync(world.Now),
    };

    /// <summary>Something that forbids a row which is due now, while its driver is at it.</summary>
    public async Task AmbushAsync()
    {
        var due = await world.Rows.ReadAsync(
            $"select task_id, engagement_id, channel, to_address from delivery where state < 2 and (next_check_at <= {world.Now.ToUnixTimeMilliseconds()} or state = 1) limit 5",
            row => (Task: world.Rows.Id(row, 0), Engagement: world.Rows.Id(row, 1), Channel: (Channel)row.GetInt32(2), Number: row.GetString(3)));
        if (due.Count == 0)
            return;
        var victim = Any(due);
        if (victim.Engagement == world.Organisation.Plain)
            return;
        await (random.Next(6) switch
        {
            0 or 1 => ConsentAsync(victim.Number, victim.Channel, true),
            2 => SuspendAsync(victim.Engagement, true),
            3 => world.Life.Engine.Operations.CancelTaskAsync(victim.Task, CancellationToken.None),
            4 => world.Organisation.AddPolicyAsync(victim.Engagement, world.Now),
            _ => world.Organisation.ChangePlannerAsync(victim.Engagement, victim.Channel, world.Now),
        });
    }

    private Task<bool> SuspendAsync(Guid engagement, bool suspend) => suspend
        ? world.Life.Engine.Operations.SuspendAsync(engagement, SuspensionType.ApiAction, null, CancellationToken.None)
        : world.Life.Engine.Operations.ResumeAsync(engagement, SuspensionType.ApiAction, null, CancellationToken.None);

    private Task CancelAnyAsync() => world.Accepted.IsEmpty
        ? Task.CompletedTask
        : world.Life.Engine.Operations.CancelTaskAsync(world.Accepted.Keys.ElementAt(random.Next(world.Accepted.Count)), CancellationToken.None);

    private Task ConsentAsync(string number, Channel channel, bool optedOut) =>
        world.Place.Store.Facts.SetConsentAsync(channel, number, optedOut, ConsentSource.Internal, world.Now, CancellationToken.None);

    private Task CarrierAsync()
    {
        world.WasDown = true;
        if (random.Next(3) == 0)
            world.Carrier.Down();
        else
            world.Carrier.Up();
        return Task.CompletedTask;
    }

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
