namespace Herald.Core.Agents;

/// <summary>The next action of a flow: a function of where it stands and what happened.</summary>
public static class FlowRun
{
    /// <param name="flow">Checked with <see cref="FlowChecks"/>; an unchecked one hangs up where it is wrong.</param>
    /// <param name="input">Input attributes of the contact, names case-sensitive.</param>
    public static (FlowState State, FlowAction Action) Next(AgentFlow flow, FlowState state, FlowEvent happened, IReadOnlyDictionary<string, string> input)
    {
        if (happened is FlowEvent.Keys keys)
        {
            state = state with { TookPart = true };
            if (flow.OptOutKey is { } key && keys.Pressed.Contains(key, StringComparison.Ordinal))
                return (state with { Step = null }, new FlowAction.OptOut(flow.OptOutText));
        }

        if (happened is FlowEvent.Answered)
            return Enter(flow, state, flow.Start, input);
        if (state.Step is null || !flow.Steps.TryGetValue(state.Step, out var step))
            return Over(state);
        return step switch
        {
            // A key during a statement skips it.
            FlowStep.Say say => Enter(flow, state, say.Next, input),
            FlowStep.Ask ask => Answer(flow, state, ask, happened, input),
            _ => Over(state),
        };
    }

    private static (FlowState State, FlowAction Action) Answer(
        AgentFlow flow, FlowState state, FlowStep.Ask ask, FlowEvent happened, IReadOnlyDictionary<string, string> input)
    {
        if (happened is FlowEvent.Keys { Pressed.Length: > 0 } keys && Usable(ask, keys.Pressed, out var next))
        {
            if (ask.Attribute is { } attribute)
                state = state with { Results = state.Results.SetItem(attribute, keys.Pressed) };
            return Enter(flow, state, next, input);
        }

        return state.Tries < ask.Tries
            ? (state with { Tries = state.Tries + 1 }, Listen(ask))
            : Enter(flow, state, ask.Otherwise, input);
    }

    private static bool Usable(FlowStep.Ask ask, string keys, out string? next)
    {
        next = ask.Next;
        return ask.Choices.Count == 0 || ask.Choices.TryGetValue(keys, out next);
    }

    // Steps that say nothing pass at once; a checked flow has no circle of them, and an unchecked one stops after as many as it has steps.
    private static (FlowState State, FlowAction Action) Enter(AgentFlow flow, FlowState state, string? name, IReadOnlyDictionary<string, string> input)
    {
        for (var passed = 0; passed <= flow.Steps.Count && name is not null && flow.Steps.TryGetValue(name, out var step); passed++)
        {
            switch (step)
            {
                case FlowStep.Say say:
                    return (state with { Step = name, Tries = 0 }, new FlowAction.Speak(say.Text));
                case FlowStep.Ask ask:
                    return (state with { Step = name, Tries = 1 }, Listen(ask));
                case FlowStep.Transfer transfer:
                    return (state with { Step = null }, new FlowAction.Transfer(transfer.Text));
                case FlowStep.HangUp hangUp:
                    return (state with { Step = null }, new FlowAction.HangUp(hangUp.Text));
                case FlowStep.Set set:
                    state = state with { Results = state.Results.SetItem(set.Attribute, set.Value) };
                    name = set.Next;
                    break;
                case FlowStep.Branch branch:
                    name = Chosen(branch, state, input);
                    break;
            }
        }

        return Over(state);
    }

    private static string? Chosen(FlowStep.Branch branch, FlowState state, IReadOnlyDictionary<string, string> input)
    {
        if (!state.Results.TryGetValue(branch.Attribute, out var value) && !input.TryGetValue(branch.Attribute, out value))
            return branch.Otherwise;
        foreach (var (wanted, next) in branch.Cases)
        {
            if (wanted.Equals(value, StringComparison.OrdinalIgnoreCase))
                return next;
        }

        return branch.Otherwise;
    }

    private static FlowAction.Listen Listen(FlowStep.Ask ask) =>
        new(ask.Text, ask.Choices.Count == 0 ? ask.MostKeys : ask.Choices.Keys.Max(keys => keys.Length), ask.TimeOut)
        {
            HashIsKey = ask.Choices.Keys.Any(keys => keys.Contains('#', StringComparison.Ordinal)),
        };

    private static (FlowState State, FlowAction Action) Over(FlowState state) => (state with { Step = null }, new FlowAction.HangUp(""));
}
