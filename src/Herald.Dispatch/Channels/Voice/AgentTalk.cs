using System.Threading.Channels;
using Herald.Core.Outcomes;
using Herald.Dispatch.Agents;
using Herald.Sip;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Channels.Voice;

/// <summary>Lets an agent talk on a call and does what it asks for at its end. Never throws, never hangs up.</summary>
internal sealed partial class AgentTalk(IAgents agents, Func<string, Task> optOut, string? transferTo, TimeProvider time, ILogger<AgentTalk> log)
{
    /// <summary>An agent that does not heed the end of its call holds its slot for so long.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TransferLimit = TimeSpan.FromMinutes(2);

    /// <param name="agent">Name; null = the built-in greeting.</param>
    /// <returns>How it ended, and why it failed.</returns>
    public async Task<(TalkEnd End, string? Failure)> RunAsync(string? agent, Call call, CallLine line, AgentCall about)
    {
        try
        {
            var talking = agents.Find(agent) ?? throw new AgentFailedException(agent is null ? "there is no agent." : $"there is no agent named '{agent}'.");
            return (await AfterAsync(await TalkAsync(talking, line, about), call, about), null);
        }
        catch (Exception e) when (line.Over.IsCancellationRequested && e is OperationCanceledException or ChannelClosedException)
        {
            return (TalkEnd.Over, null);
        }
        catch (AgentFailedException e)
        {
            Failed(about.Id, e.Message);
            return (TalkEnd.Failed, e.Message);
        }
        catch (Exception e)
        {
            Broke(about.Id, e);
            return (TalkEnd.Failed, "it broke off.");
        }
    }

    private async Task<AgentEnd> TalkAsync(IAgent agent, CallLine line, AgentCall about)
    {
        var talking = agent.TalkAsync(line, about, line.Over);
        await Task.WhenAny(talking, FarewellAsync(line));
        return talking.IsCompleted ? await talking : throw new AgentFailedException("it did not end with its call.");
    }

    private async Task FarewellAsync(CallLine line)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, line.Over).ContinueWith(_ => { }, TaskScheduler.Default);
        await Task.Delay(Farewell, time);
    }

    private async Task<TalkEnd> AfterAsync(AgentEnd end, Call call, AgentCall about)
    {
        if (end == AgentEnd.OptOut && about.Number.Length > 0)
        {
            await optOut(about.Number);
            OptedOut(about.Id);
            return TalkEnd.OptedOut;
        }

        return end == AgentEnd.Transfer ? await TransferAsync(call, about) : TalkEnd.Over;
    }

    private async Task<TalkEnd> TransferAsync(Call call, AgentCall about)
    {
        if (transferTo is null)
        {
            NoTarget(about.Id);
            return TalkEnd.NotTransferred;
        }

        try
        {
            var status = await call.TransferAsync(transferTo).WaitAsync(TransferLimit, time);
            Transferred(about.Id, status);
            return status is >= 200 and < 300 ? TalkEnd.Transferred : TalkEnd.NotTransferred;
        }
        catch (TimeoutException)
        {
            Transferred(about.Id, 408);
            return TalkEnd.NotTransferred;
        }
    }

    [LoggerMessage(1721, LogLevel.Warning, "The agent of call {CallId} failed: {Why}")]
    private partial void Failed(Guid callId, string why);

    [LoggerMessage(1722, LogLevel.Error, "The agent of call {CallId} broke off")]
    private partial void Broke(Guid callId, Exception e);

    [LoggerMessage(1723, LogLevel.Information, "The person of call {CallId} opted out of calls")]
    private partial void OptedOut(Guid callId);

    [LoggerMessage(1724, LogLevel.Warning, "The agent of call {CallId} asked for a transfer, and the channel has no TransferTo")]
    private partial void NoTarget(Guid callId);

    [LoggerMessage(1725, LogLevel.Information, "The transfer of call {CallId} was answered with {Status}")]
    private partial void Transferred(Guid callId, int status);
}
