using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>Reads a GUID written as text, with or without dashes and braces. Absent is null, faulty is <see cref="Guid.Empty"/>.</summary>
internal static class JsonId
{
    private const int Longest = 100;

    public static Guid? Read(ref Utf8JsonReader reader, FaultList faults)
    {
        if (reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false } && reader.TryGetGuid(out var id) && id != Guid.Empty)
            return id;
        var text = JsonText.Read(ref reader, faults, Longest);
        if (text is null)
            return null;
        if (text == JsonText.Faulty)
            return Guid.Empty;
        if (!Guid.TryParse(text, out id) || id == Guid.Empty)
            faults.WrongForm("must be a GUID.");
        return id;
    }
}
