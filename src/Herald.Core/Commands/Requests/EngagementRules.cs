using Herald.Core.Commands.Contacts;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;

namespace Herald.Core.Commands.Requests;

/// <summary>What an engagement asks of a request: its channel's numbers, and a text for SMS.</summary>
internal static class EngagementRules
{
    /// <summary>The active engagement; null with a fault when there is none, or when none was readably named.</summary>
    public static Engagement? Find(Guid? id, FindEngagement find, FaultList faults)
    {
        if (id is not { } named)
        {
            faults.Missing(RequestMembers.Engagement);
            return null;
        }

        if (named == Guid.Empty)
            return null;
        if (find(named) is { Active: true } engagement)
            return engagement;
        faults.Enter(RequestMembers.Engagement);
        faults.Add(FaultCode.NotFound, $"{named} does not exist or is not active.");
        faults.Leave();
        return null;
    }

    public static void CheckMessage(Engagement engagement, string? message, FaultList faults)
    {
        if (engagement.Channel == Channel.Sms ? message is not null || engagement.Template is not null : message is null)
            return;
        faults.Enter(RequestMembers.Text);
        faults.Invalid(engagement.Channel == Channel.Sms
            ? "is missing; the engagement has no template."
            : "can be used with SMS engagements only; this one is voice.");
        faults.Leave();
    }

    /// <summary>Voice: any one number. SMS: the mobile number and no other.</summary>
    /// <param name="channel">null while the engagement is not known: one number is needed on every channel.</param>
    /// <param name="spell">The member's name as this request spells it.</param>
    public static void CheckNumbers(ContactDraft contact, Channel? channel, FaultList faults, Func<string, string>? spell = null)
    {
        var none = contact is { MobilePhone: null, BusinessPhone: null, HomePhone: null };
        if (channel == Channel.Sms ? contact.MobilePhone is null : none)
            At(ContactMembers.MobilePhone, channel == Channel.Sms ? "is missing; SMS needs it." : "is missing; at least one phone number is required.");
        if (channel != Channel.Sms)
            return;
        if (contact.BusinessPhone is not null)
            At(ContactMembers.BusinessPhone, "is not allowed with an SMS engagement; only mobilePhoneNumber is.");
        if (contact.HomePhone is not null)
            At(ContactMembers.HomePhone, "is not allowed with an SMS engagement; only mobilePhoneNumber is.");

        void At(string member, string message)
        {
            faults.Enter(spell is null ? member : spell(member));
            faults.Invalid(message);
            faults.Leave();
        }
    }
}
