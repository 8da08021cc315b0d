using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Requests;

namespace Herald.Core.Commands.Contacts;

/// <summary>The members of a contact as parameters of an action: PascalCase, and case-sensitive like all parameters.</summary>
internal static class FlatContact
{
    // Windows is the request's parameter there.
    public static readonly Member<RequestDraft>[] Parameters =
    [
        .. ContactMembers.All.Where(member => member.Name != "windows").Select(member => new Member<RequestDraft>(
            Spell(member.Name),
            (ref r, request, faults) => member.Read(ref r, request.Contact, faults))),
    ];

    public static string Spell(string member) => member switch
    {
        "postalcode" => "PostalCode",
        "addressline" => "AddressLine",
        "timezone" => "TimeZone",
        _ => char.ToUpperInvariant(member[0]) + member[1..],
    };
}
