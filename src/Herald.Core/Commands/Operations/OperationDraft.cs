namespace Herald.Core.Commands.Operations;

internal sealed class OperationDraft
{
    public string? ApiVersion { get; set; }
    public string? Operation { get; set; }
    public Guid? EngagementId { get; set; }
    public Guid? DeliveryId { get; set; }
    public Guid? DeliveryTaskId { get; set; }
}
