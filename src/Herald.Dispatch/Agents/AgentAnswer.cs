using System.Text.Json;
using Herald.Core.Agents;
using NodaTime;

namespace Herald.Dispatch.Agents;

/// <summary>What a program answered to one turn.</summary>
internal sealed class AgentAnswer(JsonElement answer)
{
    /// <summary>The first one.</summary>
    public string? Mistake { get; private set; }

    public FlowAction Action()
    {
        if (answer.ValueKind != JsonValueKind.Object)
            return Wrong("its answer is no JSON object");
        var text = Text("text");
        return Text("action") switch
        {
            "speak" => new FlowAction.Speak(Required(text)),
            "listen" => new FlowAction.Listen(Required(text), Whole("keys", 1, 1, FlowKeys.Most), Duration.FromSeconds(Number("timeoutSeconds", 6, 1, 60))) { HashIsKey = Flag("hashIsKey") },
            "transfer" => new FlowAction.Transfer(text),
            "hangUp" => new FlowAction.HangUp(text),
            "optOut" => new FlowAction.OptOut(text),
            _ => Wrong("its answer has no action of speak, listen, transfer, hangUp and optOut"),
        };
    }

    public Dictionary<string, string> Set()
    {
        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member("set") is not { } all)
            return set;
        if (all.ValueKind != JsonValueKind.Object)
            Wrong("set is not an object of texts");
        else
            foreach (var attribute in all.EnumerateObject())
                Take(attribute, set);
        if (set.Count > ResultLimits.Most)
            Wrong($"set has more than {ResultLimits.Most} attributes");
        return set;
    }

    private void Take(JsonProperty attribute, Dictionary<string, string> set)
    {
        if (!ResultLimits.IsName(attribute.Name))
            Wrong($"set has a name that is not 1 to {ResultLimits.Name} characters");
        else if (attribute.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            Wrong("set has a value that is no text, number or boolean");
        else
            set[attribute.Name] = attribute.Value.ValueKind is JsonValueKind.String ? attribute.Value.GetString()! : attribute.Value.ValueKind is JsonValueKind.Null ? "" : attribute.Value.GetRawText();
    }

    private JsonElement? Member(string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private string Text(string name)
    {
        if (Member(name) is not { } member)
            return "";
        if (member.ValueKind != JsonValueKind.String || member.GetString() is not { Length: <= FlowChecks.MostText } text)
        {
            Wrong($"{name} is not a text of at most {FlowChecks.MostText} characters");
            return "";
        }

        return text;
    }

    private string Required(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            Wrong("text is missing");
        return text;
    }

    private double Number(string name, double fallback, double least, double most)
    {
        if (Member(name) is not { } member)
            return fallback;
        if (member.ValueKind == JsonValueKind.Number && member.TryGetDouble(out var number) && number >= least && number <= most)
            return number;
        Wrong($"{name} is not a number from {least} to {most}");
        return fallback;
    }

    private int Whole(string name, int fallback, int least, int most)
    {
        var number = Number(name, fallback, least, most);
        if (number == Math.Floor(number))
            return (int)number;
        Wrong($"{name} is not a whole number");
        return fallback;
    }

    private bool Flag(string name) => Member(name) is { ValueKind: JsonValueKind.True };

    private FlowAction.HangUp Wrong(string what)
    {
        Mistake ??= what;
        return new FlowAction.HangUp("");
    }
}
