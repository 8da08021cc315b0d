using System.Text.Json.Serialization;

namespace Herald.Server.Identity;

/// <summary>RFC 7517 section 5.</summary>
internal sealed record KeySet([property: JsonPropertyName("keys")] PublicKey[] Keys);
