using Herald.Core.Commands.Contacts;
using Herald.Core.Commands.Requests;
using Herald.Core.Deliveries;

namespace Herald.Core.Commands;

/// <summary>A first-generation call that was read.</summary>
/// <param name="Task">Complete when <paramref name="NumberFrom"/> is null; else its contact has no number yet.</param>
/// <param name="NumberFrom">The contact row to take the number from.</param>
public sealed record VoiceDelivery(DeliveryTask Task, Guid? NumberFrom)
{
    /// <summary>
    /// The task with the first readable number of the row: mobile, then business, then home. 404 when there is no such
    /// row, 400 when none of its numbers is E.164.
    /// </summary>
    public Reading<DeliveryTask> With(ContactNumbers? row)
    {
        var contact = Task.Contacts[0];
        if (row is null)
            return Refuse(FaultCode.NotFound, $"{NumberFrom} does not exist.");
        if (Number(row.Mobile) is { } mobile)
            return Accept(contact with { MobilePhone = mobile });
        if (Number(row.Business) is { } business)
            return Accept(contact with { BusinessPhone = business });
        if (Number(row.Home) is { } home)
            return Accept(contact with { HomePhone = home });
        return Refuse(FaultCode.Invalid, "names a contact without a readable phone number; give DestinationPhoneNumber.");
    }

    private static string? Number(string? text) => text is null ? null : PhoneNumber.Read(text);

    private Reading<DeliveryTask>.Accepted Accept(Contact contact) => new(Task with { Contacts = [contact] });

    private static Reading<DeliveryTask> Refuse(string code, string message)
    {
        var faults = new FaultList();
        faults.At(FirstGeneration.ContactIdName, code, message);
        return faults.Refuse<DeliveryTask>();
    }
}
