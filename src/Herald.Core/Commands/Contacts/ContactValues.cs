using System.Text.Json;
using Herald.Core.Commands.Bodies;
using Herald.Core.TimeZones;

namespace Herald.Core.Commands.Contacts;

/// <summary>Values of a contact that mean more than their text, each from JSON and from plain text.</summary>
internal static class ContactValues
{
    private const int LongestZone = 100;

    public static string? Phone(ref Utf8JsonReader reader, FaultList faults) =>
        Phone(JsonText.Read(ref reader, faults, PhoneNumber.LongestSpelling), faults);

    public static string? Phone(string? text, FaultList faults)
    {
        if (text is null or JsonText.Faulty)
            return text;
        if (PhoneNumber.Read(text) is { } number)
            return number;
        faults.WrongForm("is not an E.164 number: + and 7 to 15 digits, the first not 0.");
        return JsonText.Faulty;
    }

    public static string? Zone(ref Utf8JsonReader reader, FaultList faults) =>
        Zone(JsonText.Read(ref reader, faults, LongestZone), faults);

    public static string? Zone(string? text, FaultList faults)
    {
        if (text is null or JsonText.Faulty)
            return text;
        if (TimeZoneSpelling.Find(text) is { } zone)
            return zone;
        faults.WrongForm("is not a known time zone: write a Windows id (Pacific Standard Time), its label ((GMT-08:00) Pacific Time) or an IANA id (America/Los_Angeles).");
        return JsonText.Faulty;
    }
}
