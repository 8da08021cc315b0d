using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Herald.Core.Commands.Bodies;

/// <summary>A whole request body: one JSON object.</summary>
internal static class JsonBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>True when the body was read to its end, so that what is absent is really missing.</summary>
    public static bool Read<T>(ReadOnlySpan<byte> body, T draft, MemberTable<T> table, FaultList faults)
    {
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        if (!Utf8.IsValid(body))
        {
            faults.WrongForm("is not valid UTF-8.");
            return false;
        }

        try
        {
            return ReadObject(body, draft, table, faults);
        }
        catch (JsonException malformed)
        {
            faults.WrongForm(Malformed(malformed));
            return false;
        }
    }

    /// <summary>Where the text stops being JSON; never what stands there.</summary>
    public static string Malformed(JsonException at) => string.Create(
        CultureInfo.InvariantCulture,
        $"is not valid JSON (line {at.LineNumber + 1}, byte {at.BytePositionInLine + 1}).");

    private static bool ReadObject<T>(ReadOnlySpan<byte> body, T draft, MemberTable<T> table, FaultList faults)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.WrongForm("must be a JSON object.");
            return false;
        }

        JsonObject.Read(ref reader, draft, table, faults);
        reader.Read();
        return true;
    }
}
