using System.Text.Json.Serialization;

namespace Herald.Server.Identity;

/// <summary>Shapes of the development issuer (OpenID Connect Discovery 1.0, RFC 7517, RFC 6749 section 5).</summary>
[JsonSerializable(typeof(DiscoveryDocument))]
[JsonSerializable(typeof(KeySet))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(TokenRefusal))]
internal sealed partial class IssuerJson : JsonSerializerContext;
