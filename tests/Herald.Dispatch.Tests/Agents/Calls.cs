using Herald.Core.Agents;
using Herald.Dispatch.Agents;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Dispatch.Tests.Agents;

/// <summary>Calls on a clock that moves on whenever the agent waits.</summary>
internal static class Calls
{
    public static AgentCall To(string name = "Ann", params (string Name, string Value)[] inputs) =>
        new(Guid.NewGuid(), Guid.NewGuid(), "+15550100", "en-US", new Dictionary<string, string>(inputs.ToDictionary(input => input.Name, input => input.Value)) { ["FirstName"] = name }, false);

    public static Task<AgentEnd> TalkAsync(AgentFlow flow, ScriptedLine line, AgentCall call)
    {
        var time = new FakeTimeProvider();
        return PassAsync(new FlowAgent(flow, time).TalkAsync(line, call, line.Over), time);
    }

    public static async Task<AgentEnd> PassAsync(Task<AgentEnd> talk, FakeTimeProvider time)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!talk.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
            if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
                throw new TimeoutException("The agent does not come to an end.");
        }

        return await talk;
    }
}
