using Herald.Core.Commands.Bodies;
using Herald.Core.Commands.Windows;

namespace Herald.Core.Commands.Requests;

/// <summary>The action parameters that several create actions share.</summary>
internal static class RequestMembers
{
    public const string Version = "ApiVersion";
    public const string Engagement = "ProactiveEngagementConfigId";
    public const string Text = "Message";

    public static readonly Member<RequestDraft> ApiVersion =
        new(Version, (ref r, request, faults) => request.ApiVersion = VersionText.Read(ref r, faults));

    public static readonly Member<RequestDraft> EngagementId =
        new(Engagement, (ref r, request, faults) => request.EngagementId = JsonId.Read(ref r, faults));

    public static readonly Member<RequestDraft> RequestId =
        new("RequestId", (ref r, request, faults) => request.RequestId = JsonText.Read(ref r, faults, 400));

    public static readonly Member<RequestDraft> Priority =
        new("Priority", (ref r, request, faults) => request.Priority = JsonText.Read(ref r, faults, PriorityText.Longest));

    public static readonly Member<RequestDraft> Message =
        new(Text, (ref r, request, faults) => request.Message = JsonText.Read(ref r, faults, 1_000));

    public static readonly Member<RequestDraft> Windows =
        new("Windows", (ref r, request, faults) => request.Windows = WindowList.Read(ref r, faults));
}
