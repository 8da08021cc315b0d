using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility;

/// <summary>Quiet hours of the number's type: the planner's and, when it respects them, the organisation's.</summary>
internal sealed class QuietHoursRule : Rule
{
    public override string Name => ReasonCode.QuietHours;

    public override Verdict Ask(Question question, Instant at)
    {
        var own = Ask(question, question.Planner.Quiet, at, "engagement");
        return question.Planner.RespectsOrganisation
            ? Stricter.Of(own, Ask(question, question.Facts.Organisation.Quiet, at, "organisation"))
            : own;
    }

    public override string Inputs(Question question, Instant at) =>
        string.Create(CultureInfo.InvariantCulture, $"{question.Candidate.Phone} phone, {at.InZone(question.Zone ?? DateTimeZone.Utc):ddd yyyy-MM-dd HH:mm:ss z}");

    private static Verdict Ask(Question question, IReadOnlyDictionary<PhoneType, QuietTimes> quiet, Instant at, string whose)
    {
        if (quiet.Count == 0 || question.Zone is null || !quiet.TryGetValue(question.Candidate.Phone, out var times))
            return Verdict.Always;
        return Calendars.Of(times).Forbids(at, question.Zone, question.Horizon, out var until)
            ? Verdict.NotBefore(until, ReasonCode.QuietHours, whose)
            : Verdict.Ok(until, whose);
    }
}
