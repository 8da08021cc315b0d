using System.Text.Json.Serialization;

namespace Herald.Server.Identity;

/// <summary>An RSA key, RFC 7518 section 6.3.1.</summary>
internal sealed record PublicKey(
    [property: JsonPropertyName("kty")] string Type,
    [property: JsonPropertyName("use")] string Use,
    [property: JsonPropertyName("alg")] string Algorithm,
    [property: JsonPropertyName("kid")] string Id,
    [property: JsonPropertyName("n")] string Modulus,
    [property: JsonPropertyName("e")] string Exponent);
