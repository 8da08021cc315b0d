using Herald.Core.Commands.Contacts;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;

namespace Herald.Core.Commands.Requests;

/// <summary>What an engagement asks of a request: its channel, its channel's numbers, and a text for SMS.</summary>
internal static class EngagementRules
{
    /// <summary>The active engagement; null with a fault when there is none, when none was readably named, or when its channel is not served.</summary>
    public static Engagement? Find(Guid? id, FindEngagement find, FaultList faults)
    {
        if (id is null)
            faults.Missing(RequestMembers.Engagement);
        if (id is not { } named || named == Guid.Empty)
            return null;
        if (find(named) is { Active: true } engagement)
        {
            if (engagement.ChannelServed)
                return engagement;
            faults.At(RequestMembers.Engagement, FaultCode.Invalid, "names an engagement whose channel is not served; voice and SMS are.");
            return null;
        }

        faults.At(RequestMembers.Engagement, FaultCode.NotFound, $"{named} does not exist or is not active.");
        return null;
    }

    public static void CheckChannel(Engagement engagement, Channel channel, FaultList faults)
    {
        if (engagement.Channel != channel)
            faults.At(RequestMembers.Engagement, FaultCode.Invalid, $"must name {(channel == Channel.Voice ? "a voice" : "an SMS")} engagement here.");
    }

    public static void CheckMessage(Engagement engagement, string? message, FaultList faults)
    {
        if (engagement.Channel == Channel.Voice && message is not null)
            faults.At(RequestMembers.Text, FaultCode.Invalid, "can be used with SMS engagements only; this one is voice.");
        if (engagement is { Channel: Channel.Sms, Template: null } && message is null)
            faults.At(RequestMembers.Text, FaultCode.Invalid, "is missing; the engagement has no template.");
    }

    /// <summary>Voice: any one number. SMS: the mobile number and no other.</summary>
    /// <param name="channel">null while the engagement is not known: one number is needed on every channel.</param>
    public static void CheckNumbers(ContactDraft contact, Channel? channel, FaultList faults)
    {
        var none = contact is { MobilePhone: null, BusinessPhone: null, HomePhone: null };
        if (channel == Channel.Sms && contact.MobilePhone is null)
            faults.At(ContactMembers.MobilePhone, FaultCode.Invalid, "is missing; SMS needs it.");
        else if (none)
            faults.At(ContactMembers.MobilePhone, FaultCode.Invalid, "is missing; at least one phone number is required.");
        CheckOtherNumbers(contact, channel, faults, member => member);
    }

    /// <summary>SMS allows no number but the mobile one.</summary>
    /// <param name="spell">A contact member as this request spells it.</param>
    public static void CheckOtherNumbers(ContactDraft contact, Channel? channel, FaultList faults, Func<string, string> spell)
    {
        const string notAllowed = "is not allowed with an SMS engagement; only the mobile number is.";
        if (channel == Channel.Sms && contact.BusinessPhone is not null)
            faults.At(spell(ContactMembers.BusinessPhone), FaultCode.Invalid, notAllowed);
        if (channel == Channel.Sms && contact.HomePhone is not null)
            faults.At(spell(ContactMembers.HomePhone), FaultCode.Invalid, notAllowed);
    }
}
