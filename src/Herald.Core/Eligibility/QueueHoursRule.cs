using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Operating hours of the queue bind, unless a Copilot engagement ignores them.</summary>
internal sealed class QueueHoursRule : Rule
{
    public override string Name => ReasonCode.QueueHours;

    public override Verdict Ask(Question question, Instant at)
    {
        var hours = question.Facts.QueueHours;
        if (ReferenceEquals(hours, OpeningHours.Always) || Ignored(question.Facts.Engagement))
            return Verdict.Always;
        if (LocalZone.Find(hours.Zone) is not { } zone)
            return Verdict.Never(ReasonCode.Configuration, "queue time zone");
        return Calendars.Of(hours).Forbids(at, zone, question.Horizon, out var until)
            ? Verdict.NotBefore(until, ReasonCode.QueueHours)
            : Verdict.Ok(until);
    }

    public override string Inputs(Question question, Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Ignored(question.Facts.Engagement) ? "ignored" : "bind")}, zone {question.Facts.QueueHours.Zone}");

    private static bool Ignored(Engagement engagement) => engagement.IgnoreQueueHours && engagement.DialMode == DialMode.Copilot;
}
