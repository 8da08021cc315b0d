namespace Herald.Server.Identity;

/// <summary>Role names as the product and its app roles spell them; compared without case.</summary>
internal static class Roles
{
    public const string Agent = "Omnichannel agent";
    public const string Supervisor = "Omnichannel supervisor";
    public const string Administrator = "Omnichannel administrator";
    public const string SystemAdministrator = "System Administrator";

    /// <summary>The actions and functions of the API and cancelling a delivery row.</summary>
    public static readonly IReadOnlyList<string> MayDeliver = [Agent, Supervisor];

    public static readonly IReadOnlyList<string> All = [Agent, Supervisor, Administrator, SystemAdministrator];
}
