using Herald.Core.Deliveries;

namespace Herald.Core.Commands.Contacts;

/// <summary>A contact as far as it has been read. null = absent; <c>""</c> = there, but faulty.</summary>
internal class ContactDraft
{
    public string? UniqueIdentifier { get; set; }
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public string? MobilePhone { get; set; }
    public string? BusinessPhone { get; set; }
    public string? HomePhone { get; set; }
    public string? Email { get; set; }
    public string? PostalCode { get; set; }
    public string? State { get; set; }
    public string? Country { get; set; }
    public string? AddressLine { get; set; }
    public string? City { get; set; }
    public string? TimeZone { get; set; }
    public Dictionary<string, string>? InputAttributes { get; set; }
    public List<Window>? Windows { get; set; }

    /// <summary>By logical name of the contact column.</summary>
    public Dictionary<string, string>? RowValues { get; set; }

    public Contact ToContact() => new()
    {
        UniqueIdentifier = UniqueIdentifier ?? "",
        FirstName = FirstName ?? "",
        LastName = LastName ?? "",
        MobilePhone = MobilePhone,
        BusinessPhone = BusinessPhone,
        HomePhone = HomePhone,
        Email = Email,
        PostalCode = PostalCode,
        State = State,
        Country = Country,
        AddressLine = AddressLine,
        City = City,
        TimeZone = TimeZone,
        InputAttributes = InputAttributes ?? Contact.NoAttributes,
        RowValues = RowValues,
        Windows = Windows ?? (IReadOnlyList<Window>)[],
    };
}
