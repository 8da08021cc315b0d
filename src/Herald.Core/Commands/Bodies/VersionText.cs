using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>ApiVersion: <c>1.0</c> and nothing else.</summary>
internal static class VersionText
{
    public const string Only = "1.0";

    public static string? Read(ref Utf8JsonReader reader, FaultList faults)
    {
        var version = JsonText.Read(ref reader, faults, 100);
        if (version is not (null or JsonText.Faulty or Only))
            faults.Invalid("must be 1.0.");
        return version;
    }
}
