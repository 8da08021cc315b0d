using Herald.Dispatch.Agents;

namespace Herald.Dispatch.Tests.Agents;

/// <summary>Fails with people whose name says so.</summary>
internal sealed class MoodyAgent : IAgent
{
    public const string Fails = "Fails";

    public Task<AgentEnd> TalkAsync(ICallLine line, AgentCall call, CancellationToken ct) =>
        call.Inputs["FirstName"] == Fails ? Task.FromException<AgentEnd>(new AgentFailedException("It is in a mood.")) : Task.FromResult(AgentEnd.HangUp);
}
