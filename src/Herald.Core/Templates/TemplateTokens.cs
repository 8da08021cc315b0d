using Herald.Core.Deliveries;

namespace Herald.Core.Templates;

/// <summary>The tokens every template may use; they come before input attributes of the same name.</summary>
public static class TemplateTokens
{
    public static readonly IReadOnlyList<string> OfContact =
        ["FirstName", "LastName", "PhoneNumber", "Email", "PostalCode", "Country", "City", "Street"];

    internal static string? Value(string token, Contact contact, string number) => token switch
    {
        "FirstName" => contact.FirstName,
        "LastName" => contact.LastName,
        "PhoneNumber" => number,
        "Email" => contact.Email,
        "PostalCode" => contact.PostalCode,
        "Country" => contact.Country,
        "City" => contact.City,
        "Street" => contact.AddressLine,
        _ => contact.InputAttributes.GetValueOrDefault(token),
    };
}
