using Herald.Core.Deliveries;
using Herald.Store.Statements;
using NodaTime;

namespace Herald.Store.Contacts;

/// <summary>A contact of a task on its way to its row.</summary>
internal sealed record ContactRow(Guid Id, Contact Contact, Instant Now)
{
    public static readonly Command<ContactRow> Upsert = new Command<ContactRow>("upsert_contacts")
        .Id("id", row => row.Id)
        .Text("firstname", row => Present(row.Contact.FirstName))
        .Text("lastname", row => Present(row.Contact.LastName))
        .Text("mobilephone", row => Present(row.Contact.MobilePhone))
        .Text("telephone1", row => Present(row.Contact.BusinessPhone))
        .Text("telephone2", row => Present(row.Contact.HomePhone))
        .Text("email", row => Present(row.Contact.Email))
        .Text("line1", row => Present(row.Contact.AddressLine))
        .Text("city", row => Present(row.Contact.City))
        .Text("province", row => Present(row.Contact.State))
        .Text("postalcode", row => Present(row.Contact.PostalCode))
        .Text("country", row => Present(row.Contact.Country))
        .OneAt("now", row => row.Now);

    private static string? Present(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
