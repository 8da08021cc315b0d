using System.Buffers;
using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>A value declared as a string that contains JSON: read in that form and in the native one.</summary>
internal static class JsonParameter
{
    /// <param name="start">StartArray or StartObject: what must be there in either form.</param>
    public static void Read<T>(ref Utf8JsonReader reader, JsonTokenType start, T draft, FaultList faults, ReadMember<T> read)
    {
        if (reader.TokenType == start)
        {
            read(ref reader, draft, faults);
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            ReadText(ref reader, start, draft, faults, read);
        }
        else
        {
            faults.WrongForm(Expected(start));
            reader.Skip();
        }
    }

    private static void ReadText<T>(ref Utf8JsonReader outer, JsonTokenType start, T draft, FaultList faults, ReadMember<T> read)
    {
        var length = outer.ValueSpan.Length;
        if (length == 0)
            return;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var depth = faults.Depth;
        try
        {
            Parse(buffer.AsSpan(0, outer.CopyString(buffer)), start, draft, faults, read);
        }
        catch (InvalidOperationException)
        {
            faults.WrongForm("holds half of a surrogate pair; it must be Unicode text.");
        }
        catch (JsonException malformed)
        {
            faults.WrongForm(JsonBody.Malformed(malformed));
        }
        finally
        {
            faults.Return(depth);
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Parse<T>(ReadOnlySpan<byte> text, JsonTokenType start, T draft, FaultList faults, ReadMember<T> read)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        if (reader.TokenType == start)
            read(ref reader, draft, faults);
        else if (reader.TokenType != JsonTokenType.Null)
            faults.WrongForm(Expected(start));
        else
            return;

        // Anything after the value is malformed JSON, and says so.
        reader.Skip();
        reader.Read();
    }

    private static string Expected(JsonTokenType start) => start == JsonTokenType.StartArray
        ? "must be a JSON array, or a string that contains one."
        : "must be a JSON object, or a string that contains one.";
}
