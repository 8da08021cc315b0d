namespace Herald.Core.Agents;

/// <summary>What a flow must be before a call may run it.</summary>
public static class FlowChecks
{
    public const int MostSteps = 500;
    public const int MostText = 2_000;

    /// <returns>All faults; empty = may run.</returns>
    public static IReadOnlyList<FlowFault> Of(AgentFlow flow)
    {
        var faults = OfSteps(flow);
        if (faults.Count > 0)
            return faults;
        faults.AddRange(FlowPaths.Unreachable(flow).Select(name => new FlowFault(name, "No step leads to it.")));
        if (FlowPaths.EndlessCircle(flow) is { } circle)
            faults.Add(new(circle, "It leads back to itself without an answer of the person: the call would never end."));
        return faults;
    }

    /// <summary>The faults of the flow and of each step for itself; the ways between them say something only when there are none.</summary>
    public static List<FlowFault> OfSteps(AgentFlow flow)
    {
        var faults = new List<FlowFault>();
        if (flow.Steps.Count is 0 or > MostSteps)
            faults.Add(new("", $"A flow has 1 to {MostSteps} steps.") { Member = "steps" });
        if (flow.Steps.Count > 0 && !flow.Steps.ContainsKey(flow.Start))
            faults.Add(new("", $"The first step {flow.Start} does not exist.") { Member = "start" });
        if (flow.OptOutKey is { } key && !FlowKeys.Are(key))
            faults.Add(new("", "The opt-out key is one of 0-9, * and #.") { Member = "optOut" });
        faults.AddRange(StepChecks.Text(flow.OptOutText, required: false).Select(message => new FlowFault("", message) { Member = "optOut" }));
        foreach (var (name, step) in flow.Steps)
        {
            foreach (var next in FlowPaths.From(step).Where(next => !flow.Steps.ContainsKey(next)).Distinct())
                faults.Add(new(name, $"It leads to {next}, which does not exist.") { Member = FlowPaths.MemberTo(step, next) });
            faults.AddRange(StepChecks.Of(step, flow.OptOutKey).Select(fault => new FlowFault(name, fault.Message) { Member = fault.Member }));
        }

        return faults;
    }
}
