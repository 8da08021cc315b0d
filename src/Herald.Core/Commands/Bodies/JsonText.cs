using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>Reads JSON strings. Absent is null; a value that was there but faulty is <see cref="Faulty"/>, so that it is not reported missing as well.</summary>
internal static class JsonText
{
    public const string Faulty = "";

    public static string? Read(ref Utf8JsonReader reader, FaultList faults, int max)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            faults.WrongForm("must be a JSON string.");
            reader.Skip();
            return Faulty;
        }

        if (!TryGet(ref reader, out var text))
        {
            faults.WrongForm("holds half of a surrogate pair; it must be Unicode text.");
            return Faulty;
        }

        return Check(text, faults, max);
    }

    /// <summary>The rules every text obeys, from JSON or from a file.</summary>
    public static string? Check(string text, FaultList faults, int max)
    {
        if (text.Length == 0)
            return null;
        if (text.Length > max)
        {
            faults.TooLong(max);
            return Faulty;
        }

        // No database column keeps it.
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            faults.WrongForm("holds the character U+0000.");
            return Faulty;
        }

        return text;
    }

    /// <summary>False for a lone surrogate, which JSON can write and no text can hold.</summary>
    public static bool TryGet(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = reader.GetString();
            return text is not null;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }
}
