using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>Ends deliveries of the engagements it is linked to. Lists are ANDed, values match whole and case-blind; an empty list matches all.</summary>
/// <param name="LinkedAt">When the link row was written: without <paramref name="Until"/> only tasks accepted before it are cancelled.</param>
public sealed record CancellationPolicy(
    Guid Id,
    Guid EngagementId,
    Instant LinkedAt,
    Instant? Until,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> States,
    IReadOnlyList<string> PostalCodes)
{
    /// <summary>Whether it ends what was accepted then for a contact with this address.</summary>
    public bool Covers(Instant acceptedAt, string? country, string? state, string? postalCode) =>
        (acceptedAt < LinkedAt || (Until is { } until && acceptedAt < until))
        && IsListed(Countries, country)
        && IsListed(States, state)
        && IsListed(PostalCodes, postalCode);

    private static bool IsListed(IReadOnlyList<string> listed, string? value)
    {
        if (listed.Count == 0)
            return true;
        if (value is null)
            return false;
        var trimmed = value.AsSpan().Trim();
        for (var i = 0; i < listed.Count; i++)
        {
            if (trimmed.Equals(listed[i].AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
