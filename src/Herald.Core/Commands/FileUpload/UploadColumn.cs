using Herald.Core.Commands.Contacts;

namespace Herald.Core.Commands.FileUpload;

/// <summary>A column of an uploaded file that means something; every other one is an input attribute.</summary>
/// <param name="Name">The spelling faults use.</param>
/// <param name="Aliases">Logical and display name of the contact column; all match in any case.</param>
internal sealed record UploadColumn(string Name, Action<UploadDraft, string, FaultList> Read, params string[] Aliases)
{
    public const string UniqueIdentifier = "UniqueIdentifier";
    public const string MobilePhone = "MobilePhoneNumber";
    public const string BusinessPhone = "BusinessPhoneNumber";
    public const string HomePhone = "HomePhoneNumber";
    public const string AccountId = "AccountId";

    public static readonly IReadOnlyList<UploadColumn> Known =
    [
        new(UniqueIdentifier, (row, text, faults) => row.UniqueIdentifier = Text(text, faults, 100)),
        new(MobilePhone, (row, text, faults) => row.MobilePhone = Phone(text, faults), "mobilephone", "Mobile Phone"),
        new(BusinessPhone, (row, text, faults) => row.BusinessPhone = Phone(text, faults), "telephone1", "Business Phone"),
        new(HomePhone, (row, text, faults) => row.HomePhone = Phone(text, faults), "telephone2", "Home Phone"),
        new("FirstName", (row, text, faults) => row.FirstName = Text(text, faults, 50), "First Name"),
        new("LastName", (row, text, faults) => row.LastName = Text(text, faults, 50), "Last Name"),
        new("Email", (row, text, faults) => row.Email = Text(text, faults, 100), "emailaddress1"),
        new("AddressLine", (row, text, faults) => row.AddressLine = Text(text, faults, 250), "address1_line1", "Address 1: Street 1"),
        new("City", (row, text, faults) => row.City = Text(text, faults, 80), "address1_city", "Address 1: City"),
        new("State", (row, text, faults) => row.State = Text(text, faults, 50), "address1_stateorprovince", "Address 1: State/Province"),
        new("PostalCode", (row, text, faults) => row.PostalCode = Text(text, faults, 20), "address1_postalcode", "Address 1: ZIP/Postal Code", "ZipCode"),
        new("Country", (row, text, faults) => row.Country = Text(text, faults, 80), "address1_country", "Address 1: Country/Region"),
        new("TimeZone", (row, text, faults) => row.TimeZone = ContactValues.Zone(Text(text, faults, 100), faults)),
        new("Priority", (row, text, faults) => row.Priority = Text(text, faults, Requests.PriorityText.Longest)),
        .. ContactRowColumn.All.Select(OfRow),
        new(AccountId, (row, text, faults) => row.AccountId = Text(text, faults, 100)),
    ];

    public bool Matches(string header) =>
        Aliases.Prepend(Name).Any(name => name.Equals(header, StringComparison.OrdinalIgnoreCase));

    private static UploadColumn OfRow(ContactRowColumn column) => new(
        column.Name,
        (row, text, faults) =>
        {
            if (Text(text, faults, column.Max) is { Length: > 0 } value)
                (row.RowValues ??= [])[column.Name] = value;
        },
        column.Label);

    private static string? Text(string text, FaultList faults, int max) => Bodies.JsonText.Check(text, faults, max);

    private static string? Phone(string text, FaultList faults) =>
        ContactValues.Phone(Text(text, faults, PhoneNumber.LongestSpelling), faults);
}
