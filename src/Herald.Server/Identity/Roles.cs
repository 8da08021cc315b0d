using Herald.Server.Tables;

namespace Herald.Server.Identity;

/// <summary>The roles an identity may hold; compared without case. Their words and what each may do stand in <see cref="Access"/>.</summary>
internal static class Roles
{
    public const string Agent = Access.Agent;
    public const string Supervisor = Access.Supervisor;
    public const string Administrator = Access.Administrator;
    public const string SystemAdministrator = Access.SystemAdministrator;

    /// <summary>The actions and functions of the API and cancelling a delivery row.</summary>
    public static readonly IReadOnlyList<string> MayDeliver = Access.Callers;

    public static readonly IReadOnlyList<string> All = Access.Everyone;
}
