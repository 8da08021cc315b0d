namespace Herald.Simulation.Tests.Settings;

/// <summary>Zones in which something odd happens: changes in spring and autumn of both hemispheres, half an hour of them, quarter offsets, none at all.</summary>
internal static class Zones
{
    public static readonly string[] All =
    [
        "America/New_York", "America/Los_Angeles", "America/St_Johns", "America/Phoenix", "Europe/London", "Europe/Paris", "Australia/Lord_Howe",
        "Australia/Sydney", "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Kiritimati", "Africa/Casablanca", "America/Santiago", "UTC",
    ];
}
