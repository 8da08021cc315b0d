namespace Herald.Core.Agents;

/// <summary>Which steps lead where.</summary>
internal static class FlowPaths
{
    public static IEnumerable<string> From(FlowStep step)
    {
        IEnumerable<string?> next = step switch
        {
            FlowStep.Say say => [say.Next],
            FlowStep.Ask ask => [.. ask.Choices.Values, ask.Next, ask.Otherwise],
            FlowStep.Branch branch => [.. branch.Cases.Values, branch.Otherwise],
            FlowStep.Set set => [set.Next],
            _ => [],
        };
        return next.OfType<string>();
    }

    /// <summary>The member of the step that names that next step, in the words of a flow file.</summary>
    public static string MemberTo(FlowStep step, string next) => step switch
    {
        FlowStep.Ask ask when ask.Choices.Values.Contains(next) => "choices",
        FlowStep.Branch branch when branch.Cases.Values.Contains(next) => "cases",
        FlowStep.Ask { Otherwise: { } otherwise } when otherwise == next => "otherwise",
        FlowStep.Branch { Otherwise: { } otherwise } when otherwise == next => "otherwise",
        _ => "next",
    };

    public static IEnumerable<string> Unreachable(AgentFlow flow)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { flow.Start };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var name))
        {
            foreach (var next in From(flow.Steps[name]).Where(seen.Add))
                open.Enqueue(next);
        }

        return flow.Steps.Keys.Where(name => !seen.Contains(name));
    }

    /// <summary>A step on a circle that a silent person walks for ever; null = there is none. Answers may lead back, as menus do.</summary>
    public static string? EndlessCircle(AgentFlow flow)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        return flow.Steps.Keys.FirstOrDefault(name => IsOnCircle(flow, name, done, new HashSet<string>(StringComparer.Ordinal)));
    }

    private static bool IsOnCircle(AgentFlow flow, string name, HashSet<string> done, HashSet<string> path)
    {
        if (done.Contains(name))
            return false;
        if (!path.Add(name))
            return true;
        var found = InSilence(flow.Steps[name]).Any(next => IsOnCircle(flow, next, done, path));
        path.Remove(name);
        done.Add(name);
        return found;
    }

    private static IEnumerable<string> InSilence(FlowStep step) =>
        step is FlowStep.Ask ask ? new[] { ask.Otherwise }.OfType<string>() : From(step);
}
