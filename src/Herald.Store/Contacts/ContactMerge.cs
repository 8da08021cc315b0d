using Herald.Core.Deliveries;

namespace Herald.Store.Contacts;

/// <summary>Members present overwrite, absent ones stay.</summary>
internal static class ContactMerge
{
    public static Contact Of(Contact before, Contact after) => after with
    {
        FirstName = Later(before.FirstName, after.FirstName) ?? "",
        LastName = Later(before.LastName, after.LastName) ?? "",
        MobilePhone = Later(before.MobilePhone, after.MobilePhone),
        BusinessPhone = Later(before.BusinessPhone, after.BusinessPhone),
        HomePhone = Later(before.HomePhone, after.HomePhone),
        Email = Later(before.Email, after.Email),
        AddressLine = Later(before.AddressLine, after.AddressLine),
        City = Later(before.City, after.City),
        State = Later(before.State, after.State),
        PostalCode = Later(before.PostalCode, after.PostalCode),
        Country = Later(before.Country, after.Country),
    };

    private static string? Later(string? before, string? after) => string.IsNullOrEmpty(after) ? before : after;
}
