using System.Text;
using System.Text.Json;
using Herald.Core.Commands.Bodies;

namespace Herald.Core.Commands.Contacts;

/// <summary>A flat JSON object: string values; numbers and booleans as their JSON text.</summary>
internal static class InputAttributes
{
    public const int LongestName = 100;
    public const int LongestValue = 4_000;

    /// <summary>null when absent.</summary>
    public static Dictionary<string, string>? Read(ref Utf8JsonReader reader, FaultList faults)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonParameter.Read(ref reader, JsonTokenType.StartObject, attributes, faults, ReadAll);
        return attributes.Count > 0 ? attributes : null;
    }

    private static void ReadAll(ref Utf8JsonReader reader, Dictionary<string, string> attributes, FaultList faults)
    {
        // Values that are absent or faulty still take their name.
        HashSet<string>? taken = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader, faults);
            reader.Read();
            if (name is null)
            {
                reader.Skip();
                continue;
            }

            faults.Enter(name);
            if (attributes.ContainsKey(name) || taken?.Contains(name) == true)
            {
                faults.WrongForm("is given twice.");
                reader.Skip();
            }
            else if (Value(ref reader, faults) is { Length: > 0 } value)
            {
                attributes.Add(name, value);
            }
            else
            {
                (taken ??= new(StringComparer.Ordinal)).Add(name);
            }

            faults.Leave();
        }
    }

    private static string? Name(ref Utf8JsonReader reader, FaultList faults)
    {
        if (!JsonText.TryGet(ref reader, out var name) || name.Contains('\0', StringComparison.Ordinal))
            faults.WrongForm("has an attribute whose name is not Unicode text.");
        else if (name.Length == 0)
            faults.WrongForm("has an attribute without a name.");
        else if (name.Length > LongestName)
            faults.Add(FaultCode.TooLong, $"has an attribute whose name is longer than {LongestName} characters.");
        else
            return name;
        return null;
    }

    private static string? Value(ref Utf8JsonReader reader, FaultList faults)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return JsonText.Read(ref reader, faults, LongestValue);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return JsonText.Check(Encoding.UTF8.GetString(reader.ValueSpan), faults, LongestValue);
            case JsonTokenType.Null:
                return null;
            default:
                faults.WrongForm("must be a string, a number or a boolean; attributes are flat.");
                reader.Skip();
                return JsonText.Faulty;
        }
    }
}
