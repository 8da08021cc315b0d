using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Herald.Server.Identity;

/// <summary>
/// Checks the bearer token, and remembers for <see cref="Freshness"/> that it was good: a client sends the same token with
/// thousands of requests, and its signature is a third of what an accepted request costs.
/// </summary>
/// <remarks>A withdrawn signing key acts for at most that long; the token's own end is kept exactly.</remarks>
internal sealed class TokenGate(RequestDelegate next, TimeProvider time)
{
    /// <summary>How long a checked token is taken without checking its signature again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    private const int MostKept = 1_000;

    private readonly ConcurrentDictionary<string, Checked> kept = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (kept.TryGetValue(header, out var known) && time.GetUtcNow() < known.Until)
        {
            context.User = known.Principal;
        }
        else
        {
            var answer = await context.AuthenticateAsync();
            if (answer is { Succeeded: true, Principal: { } principal })
            {
                context.User = principal;
                Keep(header, principal, answer.Properties?.ExpiresUtc);
            }
        }

        await next(context);
    }

    private void Keep(string header, ClaimsPrincipal principal, DateTimeOffset? ends)
    {
        if (kept.Count >= MostKept)
            kept.Clear();
        var until = time.GetUtcNow() + Freshness;
        kept[header] = new Checked(principal, ends is { } end && end < until ? end : until);
    }

    private sealed record Checked(ClaimsPrincipal Principal, DateTimeOffset Until);
}
