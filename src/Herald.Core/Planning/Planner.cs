using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Planning;

/// <summary>What to do next with a task. Intake, pick and outcome call the same function; it is the whole decision.</summary>
public static class Planner
{
    /// <param name="history">Started deliveries of the task in order of sequence; the last has its result when its outcome is being planned.</param>
    public static NextStep Next(DeliveryTask task, IReadOnlyList<PastAttempt> history, Facts facts, Instant now)
    {
        // First stand-in: the first number, its windows. The rules replace it.
        if (history.Count > 0)
            return new NextStep.End(DeliveryStatus.Complete, "", history[^1].Result is DeliveryResult.LiveAnswer or DeliveryResult.Delivered);
        var phone = facts.Engagement.Planner.Phones.Where(type => task.Contacts[0].Number(type) is not null).Cast<PhoneType?>().FirstOrDefault();
        if (phone is null)
            return new NextStep.End(DeliveryStatus.Error, ReasonCode.NoNumber);
        var candidate = new Candidate(1, 0, phone.Value, task.Contacts[0].Number(phone.Value)!);
        foreach (var window in task.WindowsOf(0))
        {
            if (window.Contains(now))
                return new NextStep.Attempt(candidate, window, window.End);
            if (window.Start > now)
                return new NextStep.Wait(candidate, window, window.Start, ReasonCode.Window);
        }

        return new NextStep.End(DeliveryStatus.Expired, ReasonCode.Window);
    }

    /// <summary>The counts that <see cref="Facts.StartedAt"/> must hold for a batch, and that the start re-checks for this attempt.</summary>
    public static IReadOnlyList<LimitDemand> Demands(DeliveryTask task, Candidate candidate, Facts facts, Instant now) => [];
}
