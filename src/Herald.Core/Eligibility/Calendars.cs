using System.Runtime.CompilerServices;
using Herald.Core.Engagements;

namespace Herald.Core.Eligibility;

/// <summary>The merged form of settings values, kept as long as the value itself: settings live for one version, plans are many.</summary>
internal static class Calendars
{
    private static readonly ConditionalWeakTable<QuietTimes, LocalCalendar> Quiet = [];
    private static readonly ConditionalWeakTable<OpeningHours, LocalCalendar> Opening = [];

    public static LocalCalendar Of(QuietTimes quiet) =>
        Quiet.GetValue(quiet, static q => LocalCalendar.Forbidding(q.Weekly, q.Dates));

    public static LocalCalendar Of(OpeningHours hours) =>
        Opening.GetValue(hours, static h => LocalCalendar.Allowing(h.Weekly, h.ClosedDates));
}
