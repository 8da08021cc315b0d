using Herald.Core.Deliveries;
using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>The agent of the workstream talks to a simulated person, so that flows and programs are tried without a telephone.</summary>
internal sealed class SimulatedTalk(IAgents agents, AttemptOrder order)
{
    private readonly AgentCall call = AgentCall.Of(order);
    private Task<AgentEnd>? talking;

    public IReadOnlyDictionary<string, string> Results => call.Results.Snapshot();

    /// <summary>The person is on the line. A flow is through when this returns; a program takes its time.</summary>
    public void Begin()
    {
        var name = order.Engagement.Workstream!.Agent;
        talking = agents.Find(name) is { } agent
            ? agent.TalkAsync(new SimulatedLine(), call, CancellationToken.None)
            : Task.FromException<AgentEnd>(new AgentFailedException($"There is no agent {name}."));
    }

    public async Task<(DeliveryResult Result, string Reason, bool OptsOut)> EndAsync()
    {
        try
        {
            return await talking! switch
            {
                AgentEnd.OptOut => (DeliveryResult.LiveAnswer, "A person answered and wants no more calls.", true),
                AgentEnd.Transfer => (DeliveryResult.LiveAnswer, "A person answered and asked for a representative.", false),
                _ => (DeliveryResult.LiveAnswer, "A person answered and took part.", false),
            };
        }
        catch (AgentFailedException failed)
        {
            return (DeliveryResult.BotFailed, failed.Message, false);
        }
    }
}
