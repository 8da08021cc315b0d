using Herald.Core.Deliveries;
using Herald.Core.Planning;
using Herald.Dispatch.Dispatching;
using Herald.Store.Intake;
using Herald.Store.Settings;
using NodaTime;

namespace Herald.Dispatch.Attempts;

/// <summary>The one SMS task of an exhausted voice task: the same people by their mobile numbers, in the same windows.</summary>
internal static class FallbackTask
{
    /// <summary>Null when the fallback engagement cannot take it (gone, inactive, not SMS, no template) or nobody has a mobile number.</summary>
    public static NewTask? Of(DeliveryTask voice, SettingsSnapshot settings, Instant now)
    {
        if (settings.Engagements.GetValueOrDefault(voice.EngagementId)?.Planner.FallbackEngagementId is not { } id
            || settings.Engagements.GetValueOrDefault(id) is not { Active: true, Channel: Channel.Sms, Template: not null } engagement)
            return null;
        Contact[] contacts = [.. voice.Contacts.Where(contact => contact.MobilePhone is not null).Select(contact => contact with { BusinessPhone = null, HomePhone = null })];
        if (contacts.Length == 0)
            return null;
        var task = voice with
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            EngagementId = id,
            Channel = Channel.Sms,
            Intake = IntakeKind.Fallback,
            AcceptedAt = now,
            Contacts = contacts,
            Message = null,
            BatchId = null,
        };
        var step = Planner.Next(task, [], FactReader.OfSettings(settings, id, Channel.Sms), now);
        return new NewTask(task, Guid.CreateVersion7(now.ToDateTimeOffset()), step, OutcomePlan.RankOf(engagement, task, step, reattempt: false), OutcomePlan.RowOf(engagement));
    }
}
