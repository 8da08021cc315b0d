namespace Herald.WebApi.Batch;

/// <summary>One HTTP request of a batch, as it stood in its part.</summary>
/// <param name="ContentId">Names it for later references; empty: none.</param>
internal sealed record BatchOperation(string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, string ContentId);
