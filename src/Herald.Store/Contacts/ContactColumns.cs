namespace Herald.Store.Contacts;

/// <summary>Contact columns that may be a planner's key. Names go into statements, so nothing else does.</summary>
internal static class ContactColumns
{
    public const string Id = "contactid";

    public static readonly IReadOnlySet<string> Keys = new HashSet<string>(StringComparer.Ordinal)
    {
        "externaluseridentifier", "governmentid", "employeeid", "emailaddress1", "emailaddress2", "emailaddress3",
        "mobilephone", "telephone1", "telephone2", "telephone3", "nickname",
    };
}
