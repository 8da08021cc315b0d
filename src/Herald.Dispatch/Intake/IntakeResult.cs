namespace Herald.Dispatch.Intake;

/// <summary>What became of a request. All of it is durable.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <param name="DeliveryId">Of the first delivery; empty for a batch.</param>
    /// <param name="Id">Of the task, or of the batch.</param>
    /// <param name="Answer">The bytes kept for repeats, when the request was a repeatable one.</param>
    public sealed record Accepted(Guid DeliveryId, Guid Id, byte[]? Answer = null) : IntakeResult;

    /// <summary>The request was answered before: give that answer again.</summary>
    public sealed record Repeated(byte[] Answer) : IntakeResult;

    /// <summary>The same id came before with another body: 412.</summary>
    public sealed record OtherBody : IntakeResult;
}
