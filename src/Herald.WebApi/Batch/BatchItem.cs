namespace Herald.WebApi.Batch;

/// <summary>A part of a batch: one request by itself, or a change set of several.</summary>
internal sealed record BatchItem(bool IsChangeSet, IReadOnlyList<BatchOperation> Operations);
