using System.Collections.Concurrent;
using System.Security.Claims;
using Herald.Server.Hosting;
using Herald.WebApi;

namespace Herald.Server.Identity;

/// <summary>From a checked token to a caller with roles: the token's <c>roles</c> and those of the local user row.</summary>
/// <remarks>Answers are kept for <see cref="Freshness"/>, so that the accept path reads no row; every write to the tables forgets them.</remarks>
internal sealed class Callers(HeraldOptions herald, IUserRows rows, TimeProvider time)
{
    /// <summary>How long a role taken away by another process may still act.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private const int MaxKept = 10_000;

    private readonly ConcurrentDictionary<(Guid Object, Guid App, string Roles), (CallerAnswer.Known Answer, long At)> kept = new();

    public void Forget() => kept.Clear();

    public ValueTask<CallerAnswer> FindAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        var app = Id(principal, "azp") ?? Id(principal, "appid");
        var oid = Id(principal, "oid") ?? app;
        if (oid is null)
            return ValueTask.FromResult<CallerAnswer>(new CallerAnswer.NotAMember());
        // Two tokens of one caller may carry different roles.
        var key = (oid.Value, app ?? Guid.Empty, TokenRoles(principal));
        if (kept.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < Freshness)
            return ValueTask.FromResult<CallerAnswer>(known.Answer);
        return ReadAsync(key, principal, ct);
    }

    private async ValueTask<CallerAnswer> ReadAsync((Guid Object, Guid App, string Roles) key, ClaimsPrincipal principal, CancellationToken ct)
    {
        var roles = new HashSet<string>(key.Roles.Split('\n', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        if (herald.Identity.Administrators.Contains(key.Object) || herald.Identity.Administrators.Contains(key.App))
            roles.Add(Roles.Administrator);
        var row = await rows.FindAsync(key.Object, key.App, ct);
        if (row is null && roles.Count > 0)
            row = await rows.CreateAsync(key.Object, key.App, principal.FindFirst("name")?.Value, ct);
        if (row is null)
            return new CallerAnswer.NotAMember();
        if (row.Disabled)
            return new CallerAnswer.Disabled(row.Id);
        roles.UnionWith(row.Roles);
        var answer = new CallerAnswer.Known(new Caller(row.Id, herald.Identity.TenantId, herald.Identity.TenantId, roles));
        if (kept.Count >= MaxKept)
            kept.Clear();
        kept[key] = (answer, time.GetTimestamp());
        return answer;
    }

    private static string TokenRoles(ClaimsPrincipal principal)
    {
        var roles = "";
        foreach (var claim in principal.Claims)
        {
            if (claim.Type == "roles")
                roles = roles.Length == 0 ? claim.Value : $"{roles}\n{claim.Value}";
        }

        return roles;
    }

    private static Guid? Id(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirst(claim)?.Value, out var id) ? id : null;
}
