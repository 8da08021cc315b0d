using Herald.WebApi;

namespace Herald.Server.Identity;

/// <summary>Whom a good token belongs to here.</summary>
internal abstract record CallerAnswer
{
    private CallerAnswer()
    {
    }

    public sealed record Known(Caller Caller) : CallerAnswer;

    /// <summary>The row says <c>isdisabled</c>.</summary>
    public sealed record Disabled(Guid UserId) : CallerAnswer;

    /// <summary>Right tenant, no role in the token and no row here.</summary>
    public sealed record NotAMember : CallerAnswer;
}
