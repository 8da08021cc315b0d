using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Windows;

namespace Herald.Core.Commands.Contacts;

/// <summary>
/// The members of a contact, in the order of the documented table. Lengths are those of the contact columns they are
/// written to: a longer value could not be kept.
/// </summary>
internal static class ContactMembers
{
    public const string UniqueIdentifier = "uniqueIdentifier";
    public const string FirstName = "firstName";
    public const string LastName = "lastName";
    public const string MobilePhone = "mobilePhoneNumber";
    public const string BusinessPhone = "businessPhoneNumber";
    public const string HomePhone = "homePhoneNumber";

    public static readonly Member<ContactDraft>[] All =
    [
        new(UniqueIdentifier, (ref r, contact, faults) => contact.UniqueIdentifier = JsonText.Read(ref r, faults, 100)),
        new(FirstName, (ref r, contact, faults) => contact.FirstName = JsonText.Read(ref r, faults, 50)),
        new(LastName, (ref r, contact, faults) => contact.LastName = JsonText.Read(ref r, faults, 50)),
        new(MobilePhone, (ref r, contact, faults) => contact.MobilePhone = ContactValues.Phone(ref r, faults)),
        new(BusinessPhone, (ref r, contact, faults) => contact.BusinessPhone = ContactValues.Phone(ref r, faults)),
        new(HomePhone, (ref r, contact, faults) => contact.HomePhone = ContactValues.Phone(ref r, faults)),
        new("email", (ref r, contact, faults) => contact.Email = JsonText.Read(ref r, faults, 100)),
        new("postalcode", (ref r, contact, faults) => contact.PostalCode = JsonText.Read(ref r, faults, 20), "zipCode"),
        new("state", (ref r, contact, faults) => contact.State = JsonText.Read(ref r, faults, 50)),
        new("country", (ref r, contact, faults) => contact.Country = JsonText.Read(ref r, faults, 80)),
        new("addressline", (ref r, contact, faults) => contact.AddressLine = JsonText.Read(ref r, faults, 250)),
        new("city", (ref r, contact, faults) => contact.City = JsonText.Read(ref r, faults, 80)),
        new("timezone", (ref r, contact, faults) => contact.TimeZone = ContactValues.Zone(ref r, faults)),
        new("inputAttributes", (ref r, contact, faults) => contact.InputAttributes = InputAttributes.Read(ref r, faults)),
        new("windows", (ref r, contact, faults) => contact.Windows = WindowList.Read(ref r, faults)),
    ];
}
