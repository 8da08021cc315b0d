using Herald.Dispatch.Intake;
using NodaTime;

namespace Herald.Dispatch.Dispatching;

/// <summary>Wakes the driver in this process without a message; else asks the process that has it.</summary>
internal sealed class NearestDriver(IEngagementWaker? elsewhere) : IEngagementWaker
{
    public Drivers? Here { get; set; }

    public void Wake(Guid engagementId, Instant due)
    {
        if (Here?.Find(engagementId) is { } loop)
            loop.Wake(due);
        else if (elsewhere is not null)
            elsewhere.Wake(engagementId, due);
        else
            Here?.Run(engagementId)?.Wake(due);
    }
}
