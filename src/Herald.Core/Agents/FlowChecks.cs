using NodaTime;

namespace Herald.Core.Agents;

/// <summary>What a flow must be before a call may run it.</summary>
public static class FlowChecks
{
    public const int MostSteps = 500;
    public const int MostText = 2_000;
    private const string KeySet = "0123456789*#";

    /// <returns>All faults; empty = may run.</returns>
    public static IReadOnlyList<FlowFault> Of(AgentFlow flow)
    {
        var faults = new List<FlowFault>();
        if (flow.Steps.Count is 0 or > MostSteps)
            faults.Add(new("", $"A flow has 1 to {MostSteps} steps."));
        if (!flow.Steps.ContainsKey(flow.Start))
            faults.Add(new("", $"The first step {flow.Start} does not exist."));
        if (flow.OptOutKey is { } key && !KeySet.Contains(key, StringComparison.Ordinal))
            faults.Add(new("", "The opt-out key is one of 0-9, * and #."));
        foreach (var (name, step) in flow.Steps)
        {
            foreach (var next in FlowPaths.From(step).Where(next => !flow.Steps.ContainsKey(next)).Distinct())
                faults.Add(new(name, $"It leads to {next}, which does not exist."));
            faults.AddRange(Of(step, flow).Select(message => new FlowFault(name, message)));
        }

        if (faults.Count > 0)
            return faults;
        faults.AddRange(FlowPaths.Unreachable(flow).Select(name => new FlowFault(name, "No step leads to it.")));
        if (FlowPaths.EndlessCircle(flow) is { } circle)
            faults.Add(new(circle, "It leads back to itself without an answer of the person: the call would never end."));
        return faults;
    }

    private static string[] Of(FlowStep step, AgentFlow flow) => step switch
    {
        FlowStep.Say say => Text(say.Text, required: true),
        FlowStep.Ask ask => [.. Text(ask.Text, required: true), .. Of(ask, flow)],
        FlowStep.Branch branch => [.. Attribute(branch.Attribute), .. branch.Cases.Count == 0 ? ["It has no case."] : Array.Empty<string>()],
        FlowStep.Set set => [.. Attribute(set.Attribute), .. set.Value.Length > 4_000 ? ["Its value has more than 4,000 characters."] : Array.Empty<string>()],
        FlowStep.Transfer transfer => Text(transfer.Text, required: false),
        FlowStep.HangUp hangUp => Text(hangUp.Text, required: false),
        _ => [],
    };

    private static IEnumerable<string> Of(FlowStep.Ask ask, AgentFlow flow)
    {
        foreach (var keys in ask.Choices.Keys)
        {
            if (keys.Length is 0 or > 32 || keys.Any(key => !KeySet.Contains(key, StringComparison.Ordinal)))
                yield return $"Choice {keys} is not 1 to 32 keys of 0-9, * and #.";
            else if (flow.OptOutKey is { } key && keys.Contains(key, StringComparison.Ordinal))
                yield return $"Choice {keys} contains the opt-out key.";
        }

        if (ask.MostKeys is < 1 or > 32)
            yield return "It takes 1 to 32 keys.";
        if (ask.Tries is < 1 or > 5)
            yield return "A question is put 1 to 5 times.";
        if (ask.TimeOut < Duration.FromSeconds(1) || ask.TimeOut > Duration.FromSeconds(60))
            yield return "Its time-out is 1 to 60 seconds.";
        if (ask.Choices.Count > 0 && ask.Next is not null)
            yield return "With choices it has no next step of its own.";
        foreach (var message in ask.Attribute is { } attribute ? Attribute(attribute) : [])
            yield return message;
    }

    private static string[] Text(string text, bool required) =>
        (required && string.IsNullOrWhiteSpace(text)) || text.Length > MostText ? [$"Its text has 1 to {MostText} characters."] : [];

    private static string[] Attribute(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > 100 ? ["An attribute's name has 1 to 100 characters."] : [];
}
