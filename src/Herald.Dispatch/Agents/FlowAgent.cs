using Herald.Core.Agents;
using Herald.Core.Templates;

namespace Herald.Dispatch.Agents;

/// <summary>Runs a checked flow on a call.</summary>
internal sealed class FlowAgent(AgentFlow flow, TimeProvider time) : IAgent
{
    public AgentFlow Flow => flow;

    public Task<AgentEnd> TalkAsync(ICallLine line, AgentCall call, CancellationToken ct)
    {
        var state = FlowState.Start;
        return new Talk(line, flow.OptOutKey, Rendered(flow.OptOutText, call), time).RunAsync(Next, ct);

        ValueTask<FlowAction> Next(FlowEvent happened, CancellationToken over)
        {
            (state, var action) = FlowRun.Next(flow, state, happened, call.Inputs);
            // At once: whoever hangs up next, they count.
            foreach (var (name, value) in state.Results)
                call.Results.Set(name, value);
            return ValueTask.FromResult(Rendered(action, call));
        }
    }

    private static FlowAction Rendered(FlowAction action, AgentCall call) => action switch
    {
        FlowAction.Speak speak => new FlowAction.Speak(Rendered(speak.Text, call)),
        FlowAction.Listen listen => listen with { Text = Rendered(listen.Text, call) },
        FlowAction.OptOut optOut => new FlowAction.OptOut(Rendered(optOut.Text, call)),
        FlowAction.Transfer transfer => new FlowAction.Transfer(Rendered(transfer.Text, call)),
        FlowAction.HangUp hangUp => new FlowAction.HangUp(Rendered(hangUp.Text, call)),
        _ => action,
    };

    // A result found on this call comes before an input of the same name, as in a branch.
    private static string Rendered(string text, AgentCall call)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
            return text;
        var results = call.Results.Snapshot();
        return MessageTemplate.Parse(text).Render(token => results.GetValueOrDefault(token) ?? call.Inputs.GetValueOrDefault(token));
    }
}
