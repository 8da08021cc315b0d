using System.Text.Json.Serialization;

namespace Herald.Server.Identity;

/// <summary>RFC 6749 section 5.2.</summary>
internal sealed record TokenRefusal(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description);
