using Herald.Core.Deliveries;

namespace Herald.Core.Planning;

/// <summary>What limits count a person by.</summary>
public static class ContactKey
{
    /// <summary>The unique identifier (lower-cased when it is a GUID, so that it equals the contact row's id), else the number.</summary>
    public static string Of(Contact contact, string number) =>
        Guid.TryParse(contact.UniqueIdentifier, out var id) ? id.ToString("D")
        : contact.UniqueIdentifier.Length > 0 ? contact.UniqueIdentifier
        : number;
}
