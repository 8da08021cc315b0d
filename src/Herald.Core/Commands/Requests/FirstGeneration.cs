using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Contacts;
using Herald.Core.Commands.Windows;
using Herald.Core.Deliveries;

namespace Herald.Core.Commands.Requests;

/// <summary>The parameters only first-generation actions have.</summary>
internal static class FirstGeneration
{
    public const string DestinationName = "DestinationPhoneNumber";
    public const string ContactIdName = "ContactId";

    public static readonly Member<RequestDraft> Destination =
        new(DestinationName, (ref r, request, faults) => request.Destination = ContactValues.Phone(ref r, faults));

    public static readonly Member<RequestDraft> ContactId =
        new(ContactIdName, (ref r, request, faults) => request.Contact.UniqueIdentifier = JsonText.Read(ref r, faults, 100));

    public static readonly Member<RequestDraft> Windows =
        new("Windows", (ref r, request, faults) => request.Windows = WindowList.ReadZoned(ref r, faults));

    public static readonly Member<RequestDraft> Attributes =
        new("InputAttributes", (ref r, request, faults) => request.Contact.InputAttributes = InputAttributes.Read(ref r, faults));

    /// <summary>The one contact: the destination counts as its mobile number.</summary>
    public static Contact Contact(RequestDraft draft) => draft.Contact.ToContact() with { MobilePhone = draft.Destination };
}
