using Herald.Core.Deliveries;

namespace Herald.Core.Templates;

/// <summary>The tokens every template may use; they come before input attributes of the same name.</summary>
public static class TemplateTokens
{
    public static readonly IReadOnlyList<string> OfContact =
        ["FirstName", "LastName", "PhoneNumber", "Email", "PostalCode", "Country", "City", "Street"];

    /// <summary>Every token that has a value for this contact: what an agent's texts may name.</summary>
    /// <param name="number">The number of the attempt: <c>{{PhoneNumber}}</c>.</param>
    public static IReadOnlyDictionary<string, string> Values(Contact contact, string number)
    {
        var values = new Dictionary<string, string>(contact.InputAttributes, StringComparer.Ordinal);
        foreach (var token in OfContact)
        {
            if (Value(token, contact, number) is { } value)
                values[token] = value;
            else
                values.Remove(token);
        }

        return values;
    }

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
