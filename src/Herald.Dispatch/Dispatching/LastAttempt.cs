using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Store.Queue;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>Whether an attempt is the last of its task should a machine answer: the planner is asked what would follow.</summary>
internal static class LastAttempt
{
    /// <summary>False where nobody asks.</summary>
    /// <param name="settings">Facts without those of the store: a limit or an opt-out that would end the task is not foreseen.</param>
    public static bool Is(QueueRow row, Candidate candidate, Engagement engagement, Facts settings, Instant now)
    {
        if (engagement.Machines.Action != MachineAction.LeaveMessageOnLastAttempt)
            return false;
        var attempt = new PastAttempt(row.DeliveryId, row.Sequence + 1, candidate.Loop, candidate.Contact, candidate.Phone, candidate.Number, now)
        {
            EndedAt = now, Result = DeliveryResult.AnsweringMachineHangup,
        };
        return Planner.Next(row.Task, [.. row.History, attempt], settings, now) is NextStep.End;
    }
}
