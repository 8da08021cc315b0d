using System.Text.Json.Serialization;

namespace Herald.Server.Identity;

/// <summary>RFC 6749 section 5.1, with Entra's <c>ext_expires_in</c>.</summary>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("token_type")] string Type,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("ext_expires_in")] int ExtendedExpiresIn,
    [property: JsonPropertyName("access_token")] string AccessToken);
