using Herald.Core.Deliveries;

namespace Herald.Store.Bodies;

/// <summary>The wide part of a task as stored: everything that no statement asks for.</summary>
internal sealed record TaskBody(IReadOnlyList<Contact> Contacts, IReadOnlyList<Window> Windows, string? Message, string? Priority)
{
    public static TaskBody Of(DeliveryTask task) => new(task.Contacts, task.Windows, task.Message, task.Priority);
}
