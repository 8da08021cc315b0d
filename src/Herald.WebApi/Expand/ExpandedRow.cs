namespace Herald.WebApi.Expand;

/// <summary>A row written as JSON, the id it hangs on, and the ids by which its own expansions are found.</summary>
internal sealed record ExpandedRow(byte[] Json, Guid? Parent, Guid?[] Links);
