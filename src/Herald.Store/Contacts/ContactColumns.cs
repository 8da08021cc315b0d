using Herald.Core.Commands.FileUpload;

namespace Herald.Store.Contacts;

/// <summary>Contact columns that are written one by one. Names go into statements, so nothing else does.</summary>
internal static class ContactColumns
{
    public const string Id = "contactid";

    /// <summary>May be a planner's key.</summary>
    public static readonly IReadOnlySet<string> Keys = new HashSet<string>(StringComparer.Ordinal)
    {
        "externaluseridentifier", "governmentid", "employeeid", "emailaddress1", "emailaddress2", "emailaddress3",
        "mobilephone", "telephone1", "telephone2", "telephone3", "nickname",
    };

    /// <summary>Keys, and what a file may bring.</summary>
    public static readonly IReadOnlySet<string> Written = Keys.Concat(ContactRowColumn.All.Select(column => column.Name)).ToHashSet(StringComparer.Ordinal);
}
