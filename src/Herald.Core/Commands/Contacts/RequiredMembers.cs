namespace Herald.Core.Commands.Contacts;

/// <summary>The members every contact must have; numbers are the engagement's matter, but where the page requires the mobile one.</summary>
/// <remarks><c>spell</c> gives a contact member as the request at hand spells it.</remarks>
internal static class RequiredMembers
{
    public static void Check(ContactDraft contact, FaultList faults, Func<string, string> spell)
    {
        if (contact.UniqueIdentifier is null)
            faults.Missing(spell(ContactMembers.UniqueIdentifier));
        if (contact.FirstName is null)
            faults.Missing(spell(ContactMembers.FirstName));
        if (contact.LastName is null)
            faults.Missing(spell(ContactMembers.LastName));
    }

    public static void CheckWithMobile(ContactDraft contact, FaultList faults, Func<string, string> spell)
    {
        Check(contact, faults, spell);
        if (contact.MobilePhone is null)
            faults.Missing(spell(ContactMembers.MobilePhone));
    }
}
