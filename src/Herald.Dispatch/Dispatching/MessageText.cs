using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;

namespace Herald.Dispatch.Dispatching;

/// <summary>The text of an SMS attempt: the request's own, else the engagement's template filled for this contact.</summary>
internal static class MessageText
{
    public static string? Of(DeliveryTask task, Candidate candidate, Engagement engagement) =>
        task.Channel != Channel.Sms ? null : task.Message ?? engagement.Template ?? "";
}
