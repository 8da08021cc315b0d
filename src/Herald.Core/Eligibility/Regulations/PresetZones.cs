using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

internal static class PresetZones
{
    public static DateTimeZone[] Of(Contact contact, string number, PlannerSettings planner) =>
        [LocalZone.Find(contact.TimeZone ?? planner.DefaultZone) ?? DateTimeZone.Utc];
}
