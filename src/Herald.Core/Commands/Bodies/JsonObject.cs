using System.Text.Json;

namespace Herald.Core.Commands.Bodies;

/// <summary>Reads a JSON object member by member against its table.</summary>
internal static class JsonObject
{
    /// <summary>From StartObject to its EndObject. null is absent; unknown and repeated members are faults.</summary>
    public static void Read<T>(ref Utf8JsonReader reader, T draft, MemberTable<T> table, FaultList faults)
    {
        ulong seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!table.TryFind(ref reader, out var name, out var index))
            {
                Unknown(ref reader, table, faults);
                continue;
            }

            faults.Enter(name);
            var bit = 1UL << index;
            reader.Read();
            if ((seen & bit) != 0)
            {
                faults.WrongForm("is given twice.");
                reader.Skip();
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                table[index].Read(ref reader, draft, faults);
            }

            seen |= bit;
            faults.Leave();
        }
    }

    private static void Unknown<T>(ref Utf8JsonReader reader, MemberTable<T> table, FaultList faults)
    {
        var readable = JsonText.TryGet(ref reader, out var name);

        // Control information of OData, which a receiver may ignore.
        if (!readable || !name!.Contains("@odata.", StringComparison.Ordinal))
        {
            faults.Enter(readable ? name! : "?");
            faults.WrongForm(NearestName.Of(name ?? "", table.Names) is { } near
                ? $"is not known here; was {near} meant?"
                : "is not known here.");
            faults.Leave();
        }

        reader.Skip();
    }
}
