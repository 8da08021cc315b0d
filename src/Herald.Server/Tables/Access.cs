namespace Herald.Server.Tables;

/// <summary>Who may call what (API contract, "Who may call"); the words are those of the token's roles claim.</summary>
public static class Access
{
    public const string Agent = "Omnichannel agent";
    public const string Supervisor = "Omnichannel supervisor";
    public const string Administrator = "Omnichannel administrator";
    public const string SystemAdministrator = "System Administrator";

    public static readonly IReadOnlyList<string> Everyone = [Agent, Supervisor, Administrator, SystemAdministrator];
    public static readonly IReadOnlyList<string> Readers = Everyone;
    public static readonly IReadOnlyList<string> Administrators = [Administrator, SystemAdministrator];
    public static readonly IReadOnlyList<string> Callers = [Agent, Supervisor];
}
