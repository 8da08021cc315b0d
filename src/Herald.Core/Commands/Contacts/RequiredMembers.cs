namespace Herald.Core.Commands.Contacts;

/// <summary>The members every contact must have; numbers are the engagement's matter.</summary>
internal static class RequiredMembers
{
    public static void Check(ContactDraft contact, FaultList faults)
    {
        if (contact.UniqueIdentifier is null)
            faults.Missing(ContactMembers.UniqueIdentifier);
        if (contact.FirstName is null)
            faults.Missing(ContactMembers.FirstName);
        if (contact.LastName is null)
            faults.Missing(ContactMembers.LastName);
    }
}
