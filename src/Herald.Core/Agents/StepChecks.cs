using Herald.Core.Templates;
using NodaTime;

namespace Herald.Core.Agents;

/// <summary>What one step must be, wherever it stands.</summary>
internal static class StepChecks
{
    public static IEnumerable<(string Member, string Message)> Of(FlowStep step, char? optOutKey) => step switch
    {
        FlowStep.Say say => At("say", Text(say.Text, required: true)),
        FlowStep.Ask ask => [.. At("ask", Text(ask.Text, required: true)), .. Of(ask, optOutKey)],
        FlowStep.Branch branch => [.. At("branch", Attribute(branch.Attribute)), .. branch.Cases.Count == 0 ? [("cases", "It has no case.")] : Array.Empty<(string, string)>()],
        FlowStep.Set set => [.. At("set", Attribute(set.Attribute)), .. At("value", Value(set.Value))],
        FlowStep.Transfer transfer => At("transfer", Text(transfer.Text, required: false)),
        FlowStep.HangUp hangUp => At("hangUp", Text(hangUp.Text, required: false)),
        _ => [],
    };

    public static IEnumerable<string> Text(string text, bool required)
    {
        if ((required && string.IsNullOrWhiteSpace(text)) || text.Length > FlowChecks.MostText)
            yield return $"Its text has 1 to {FlowChecks.MostText} characters.";
        foreach (var at in MessageTemplate.BrokenAt(text))
            yield return $"Its text has braces that name no token at character {at}; write {{{{FirstName}}}}.";
    }

    private static IEnumerable<(string Member, string Message)> Of(FlowStep.Ask ask, char? optOutKey)
    {
        foreach (var keys in ask.Choices.Keys)
        {
            if (!FlowKeys.Are(keys))
                yield return ("choices", $"Choice {keys} is not 1 to 32 keys of 0-9, * and #.");
            else if (optOutKey is { } key && keys.Contains(key, StringComparison.Ordinal))
                yield return ("choices", $"Choice {keys} contains the opt-out key.");
        }

        if (ask.MostKeys is < 1 or > FlowKeys.Most)
            yield return ("keys", "It takes 1 to 32 keys.");
        if (ask.Tries is < 1 or > 5)
            yield return ("tries", "A question is put 1 to 5 times.");
        if (ask.TimeOut < Duration.FromSeconds(1) || ask.TimeOut > Duration.FromSeconds(60))
            yield return ("timeout", "Its time-out is 1 to 60 seconds.");
        if (ask.Choices.Count > 0 && ask.Next is not null)
            yield return ("next", "With choices it has no next step of its own.");
        foreach (var message in ask.Attribute is { } attribute ? Attribute(attribute) : [])
            yield return ("attribute", message);
    }

    private static IEnumerable<(string Member, string Message)> At(string member, IEnumerable<string> messages) => messages.Select(message => (member, message));

    private static string[] Attribute(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > ResultLimits.Name ? [$"An attribute's name has 1 to {ResultLimits.Name} characters."] : [];

    private static string[] Value(string value) =>
        value.Length > ResultLimits.Value ? [$"Its value has at most {ResultLimits.Value} characters."] : [];
}
