namespace Herald.Core.Commands.Operations;

/// <summary>What <c>CCaaS_CreateOperation</c> asks for.</summary>
public abstract record Operation
{
    private Operation()
    {
    }

    /// <summary>No new attempt starts until resumed; running ones finish. The engagement exists, active or not.</summary>
    public sealed record Suspend(Guid EngagementId) : Operation;

    public sealed record Resume(Guid EngagementId) : Operation;

    /// <summary>Ends every queued delivery of the engagement.</summary>
    public sealed record CancelEngagement(Guid EngagementId) : Operation;

    /// <summary>Ends the task that owns the delivery; whether it exists is the store's to say (404).</summary>
    /// <param name="EngagementId">Named beside it and known; a delivery of another engagement is then 404.</param>
    public sealed record CancelDelivery(Guid DeliveryId, Guid? EngagementId) : Operation;
}
