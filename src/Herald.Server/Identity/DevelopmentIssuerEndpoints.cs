using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Herald.Server.Identity;

/// <summary>Entra's three addresses that a client-credentials client touches, under <c>/{tenant}</c>; loopback callers only.</summary>
internal static class DevelopmentIssuerEndpoints
{
    public static void MapDevelopmentIssuer(this IEndpointRouteBuilder routes)
    {
        var tenant = routes.MapGroup($"/{DevelopmentClient.Tenant}").AddEndpointFilter(LoopbackOnlyAsync).ExcludeFromDescription();
        tenant.MapGet("/v2.0/.well-known/openid-configuration", Discovery);
        tenant.MapGet("/discovery/v2.0/keys", Keys);
        tenant.MapPost("/oauth2/v2.0/token", TokenAsync).DisableAntiforgery();
    }

    private static async ValueTask<object?> LoopbackOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            ? await next(context)
            : TypedResults.NotFound();

    private static JsonHttpResult<DiscoveryDocument> Discovery(HttpRequest request)
    {
        var address = AddressOf(request);
        var tenant = $"{address}/{DevelopmentClient.Tenant}";
        return TypedResults.Json(
            new DiscoveryDocument(
                DevelopmentIssuer.IssuerOf(address),
                // Nobody signs in here; msal-node refuses a document without it.
                $"{tenant}/oauth2/v2.0/authorize",
                $"{tenant}/oauth2/v2.0/token",
                $"{tenant}/discovery/v2.0/keys",
                ["client_secret_post", "client_secret_basic"],
                ["client_credentials"],
                ["token"],
                ["public"],
                ["RS256"]),
            IssuerJson.Default.DiscoveryDocument);
    }

    private static JsonHttpResult<KeySet> Keys(DevelopmentKeys keys)
    {
        var key = keys.Public;
        return TypedResults.Json(
            new KeySet([new PublicKey("RSA", "sig", "RS256", keys.Key.KeyId, Base64UrlEncoder.Encode(key.Modulus), Base64UrlEncoder.Encode(key.Exponent))]),
            IssuerJson.Default.KeySet);
    }

    private static async Task<IResult> TokenAsync(HttpRequest request, DevelopmentIssuer issuer, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return Refuse("invalid_request", "AADSTS900144: the body must be a form (application/x-www-form-urlencoded).");
        var form = await request.ReadFormAsync(ct);
        if (form["grant_type"] != "client_credentials")
            return Refuse("unsupported_grant_type", "AADSTS70003: this issuer grants client_credentials only.");
        var (id, secret) = Credentials(request, form["client_id"], form["client_secret"]);
        if (DevelopmentClient.Find(id) is not { } client)
            return Refuse("unauthorized_client", "AADSTS700016: application was not found; the development clients are in the documentation.");
        if (client.Secret != secret)
            return Refuse("invalid_client", "AADSTS7000215: invalid client secret provided.", StatusCodes.Status401Unauthorized);
        if (Resource(form["scope"], form["resource"]) is not { } resource || !issuer.IsResource(resource))
            return Refuse("invalid_scope", "AADSTS1002012: the scope must be this organisation's address followed by /.default.");
        var token = issuer.Issue(client, resource, AddressOf(request));
        return TypedResults.Json(new TokenAnswer("Bearer", DevelopmentIssuer.Lifetime, DevelopmentIssuer.Lifetime, token), IssuerJson.Default.TokenAnswer);
    }

    private static JsonHttpResult<TokenRefusal> Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new TokenRefusal(error, description), IssuerJson.Default.TokenRefusal, statusCode: status);

    private static string AddressOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>The scope without <c>/.default</c>; an address that ends in a slash gives two in a row, as with Entra.</summary>
    private static string? Resource(StringValues scope, StringValues resource)
    {
        var text = scope.FirstOrDefault()?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => part.EndsWith("/.default", StringComparison.Ordinal));
        return text?[..^"/.default".Length] ?? resource.FirstOrDefault();
    }

    /// <summary>RFC 6749 section 2.3.1: both halves are form-encoded inside Basic.</summary>
    private static (string? Id, string? Secret) Credentials(HttpRequest request, string? id, string? secret)
    {
        const string scheme = "Basic ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return (id, secret);
        var encoded = header.AsSpan(scheme.Length).Trim();
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(encoded, bytes, out var length))
            return (null, null);
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair.Length == 2 ? (WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair[1])) : (null, null);
    }
}
