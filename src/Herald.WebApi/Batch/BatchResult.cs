using Microsoft.AspNetCore.Http;

namespace Herald.WebApi.Batch;

/// <summary>The answer to one inner request.</summary>
internal sealed record BatchResult(int Status, IHeaderDictionary Headers, byte[] Body, string ContentId)
{
    public bool Failed => Status >= 400;

    public string? EntityId => Headers["OData-EntityId"];
}
