using NodaTime;

namespace Herald.Dispatch.Intake;

/// <summary>Tells the driver of an engagement, in whichever process it runs, that a row is due. Returns at once; calls are coalesced.</summary>
public interface IEngagementWaker
{
    void Wake(Guid engagementId, Instant due);
}
