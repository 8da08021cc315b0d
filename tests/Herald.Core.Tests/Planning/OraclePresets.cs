using Herald.Core.Deliveries;
using NodaTime;

namespace Herald.Core.Tests.Planning;

/// <summary>Three presets said again by hand, for numbers of no known area (they may ring anywhere from New York to Honolulu).</summary>
internal static class OraclePresets
{
    private static readonly string[] Anywhere =
        ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"];

    public static string? Broken(IReadOnlyList<string> presets, Contact contact, IReadOnlyList<(Instant At, string Person, string Number)> starts, Instant at)
    {
        foreach (var name in presets)
        {
            if (at < InForce(name))
                continue;
            foreach (var zone in contact.TimeZone is { } stated ? [stated] : Anywhere)
            {
                if (!IsLegal(name, at.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime))
                    return name;
            }

            if (name == "us-fl" && starts.Count(start => start.Person == contact.UniqueIdentifier && start.At >= at - Duration.FromDays(1)) >= 3)
                return "us-fl count";
        }

        return null;
    }

    private static Instant InForce(string name) => name switch
    {
        "us-tcpa" => Instant.FromUtc(1992, 12, 20, 0, 0),
        "us-fl" => Instant.FromUtc(2021, 7, 1, 0, 0),
        _ => Instant.FromUtc(2008, 9, 30, 0, 0),
    };

    private static bool IsLegal(string name, LocalDateTime local) => name switch
    {
        "us-tcpa" => local.Hour is >= 8 and < 21,
        "us-fl" => local.Hour is >= 8 and < 20,
        _ => local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
            ? local.Hour is >= 10 and < 18
            : local.Hour >= 9 && local.TimeOfDay < new LocalTime(21, 30),
    };
}
