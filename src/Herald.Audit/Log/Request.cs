using System.Text.Json;

namespace Herald.Audit.Log;

/// <summary>What was accepted, as far as an attempt at one of its contacts is judged by it.</summary>
/// <param name="AcceptedAt">Unix milliseconds, as is <paramref name="EndedAt"/>.</param>
/// <param name="Windows">Those that bind this contact, in ticks of 100 ns since 1970.</param>
internal sealed record Request(long AcceptedAt, int Intake, long? EndedAt, Contact Contact, IReadOnlyList<(long Start, long End)> Windows)
{
    private const int FirstGenerationIntake = 3;

    public bool FirstGeneration => Intake == FirstGenerationIntake;

    /// <returns>Null: the body has no such contact.</returns>
    public static Request? Read(long acceptedAt, int intake, long? endedAt, byte[] body, int contact)
    {
        using var json = JsonDocument.Parse(body);
        var contacts = json.RootElement.GetProperty("contacts");
        if (contact < 0 || contact >= contacts.GetArrayLength())
            return null;
        var own = contacts[contact];
        var windows = intake != FirstGenerationIntake && own.TryGetProperty("windows", out var narrow) && narrow.GetArrayLength() > 0
            ? narrow
            : json.RootElement.GetProperty("windows");
        return new Request(acceptedAt, intake, endedAt, Contact.Read(own), [.. windows.EnumerateArray().Select(window => (window[0].GetInt64(), window[1].GetInt64()))]);
    }
}
