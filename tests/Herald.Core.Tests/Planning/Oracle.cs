using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Core.Tests.Eligibility;
using NodaTime;

namespace Herald.Core.Tests.Planning;

/// <summary>What may not be done, said as plainly as possible and with none of the planner's code.</summary>
internal static class Oracle
{
    /// <summary>The rule that an attempt at this instant breaks; null = legal.</summary>
    public static string? Broken(DeliveryTask task, IReadOnlyList<(Instant At, string Person, string Number)> starts, Candidate candidate, Facts facts, Instant at)
    {
        var contact = task.Contacts[candidate.Contact];
        var planner = facts.Engagement.Planner;
        var firstGeneration = task.Intake == IntakeKind.FirstGeneration;
        var windows = contact.Windows.Count > 0 && !firstGeneration ? contact.Windows : task.Windows;
        if (!windows.Any(window => window.Start <= at && at < window.End))
            return "window";
        if (facts.OptedOut.Contains(candidate.Number))
            return "consent";
        if (contact.Number(candidate.Phone) != candidate.Number)
            return "number";
        if (task.Channel == Channel.Sms && candidate.Phone != PhoneType.Mobile)
            return "sms to another type";
        if (!firstGeneration && !planner.Phones.Contains(candidate.Phone))
            return "unselected type";

        var zone = planner.SystemZone ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[contact.TimeZone ?? planner.DefaultZone ?? "UTC"];
        if (IsQuiet(planner.Quiet, candidate.Phone, zone, at))
            return "quiet hours";
        if (planner.RespectsOrganisation && IsQuiet(facts.Organisation.Quiet, candidate.Phone, zone, at))
            return "organisation quiet hours";
        var queueZone = DateTimeZoneProviders.Tzdb[facts.QueueHours.Zone];
        if ((facts.QueueHours.Weekly.Count > 0 && !WallClock.Shows(facts.QueueHours.Weekly, queueZone, at)) || WallClock.Shows(facts.QueueHours.ClosedDates, queueZone, at))
            return "queue hours";
        if (OraclePresets.Broken(facts.Engagement.Presets, contact, starts, at) is { } preset)
            return preset;
        if (firstGeneration)
            return null;
        return OverLimit(planner.Limits, starts, contact.UniqueIdentifier, candidate.Number, at)
            ?? (planner.RespectsOrganisation ? OverLimit(facts.Organisation.Limits, starts, contact.UniqueIdentifier, candidate.Number, at) : null);
    }

    private static bool IsQuiet(IReadOnlyDictionary<PhoneType, QuietTimes> quiet, PhoneType phone, DateTimeZone zone, Instant at) =>
        quiet.TryGetValue(phone, out var times) && (WallClock.Shows(times.Weekly, zone, at) || WallClock.Shows(times.Dates, zone, at));

    private static string? OverLimit(LimitSettings limits, IReadOnlyList<(Instant At, string Person, string Number)> starts, string person, string number, Instant at)
    {
        bool Over(FrequencyLimits caps, Func<(Instant At, string Person, string Number), bool> counted) =>
            new[] { (caps.PerDay, 1), (caps.PerWeek, 7), (caps.PerMonth, 30) }.Any(cap =>
                cap.Item1 is > 0 && starts.Count(start => counted(start) && start.At >= at - Duration.FromDays(cap.Item2)) >= cap.Item1);
        return Over(limits.Contact, start => start.Person == person) ? "contact limit"
            : Over(limits.Phone, start => start.Number == number) ? "phone limit"
            : Over(limits.Task, _ => true) ? "task limit"
            : null;
    }
}
