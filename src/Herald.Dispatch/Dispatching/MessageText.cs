using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Core.Templates;

namespace Herald.Dispatch.Dispatching;

/// <summary>The text of an SMS attempt: the request's own, else the engagement's template filled for this contact.</summary>
internal static class MessageText
{
    /// <summary>Null for voice.</summary>
    public static string? Of(DeliveryTask task, Candidate candidate, Engagement engagement) =>
        task.Channel != Channel.Sms ? null
        : task.Message ?? MessageTemplate.Parse(engagement.Template ?? "").Render(task.Contacts[candidate.Contact], candidate.Number);
}
