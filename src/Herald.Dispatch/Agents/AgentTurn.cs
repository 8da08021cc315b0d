using System.Text.Json;
using Herald.Core.Agents;

namespace Herald.Dispatch.Agents;

/// <summary>The JSON of one turn, both ways (docs/agents.md).</summary>
internal static class AgentTurn
{
    public static byte[] Request(AgentCall call, int turn, FlowEvent happened)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("callId"u8, call.Id);
            json.WriteNumber("turn"u8, turn);
            json.WriteString("event"u8, happened switch { FlowEvent.Answered => "answered", FlowEvent.Done => "spoken", FlowEvent.Keys => "keys", _ => "silence" });
            if (happened is FlowEvent.Keys keys)
                json.WriteString("keys"u8, keys.Pressed);
            json.WriteString("direction"u8, call.Inbound ? "inbound" : "outbound");
            if (call.EngagementId is { } engagement)
                json.WriteString("engagementId"u8, engagement);
            json.WriteString("number"u8, call.Number);
            if (call.Language is { } language)
                json.WriteString("language"u8, language);
            Texts(json, "inputs", call.Inputs);
            Texts(json, "results", call.Results.Snapshot());
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Null and what is wrong with it. Members it does not know are left alone.</summary>
    public static (FlowAction Action, IReadOnlyDictionary<string, string> Set)? Read(byte[] body, out string? mistake)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var reader = new AgentAnswer(answer.RootElement);
            var action = reader.Action();
            var set = reader.Set();
            mistake = reader.Mistake;
            return mistake is null ? (action, set) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: a text with half of a surrogate pair.
            mistake = "its answer is not JSON";
            return null;
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in texts)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
