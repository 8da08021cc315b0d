using Herald.Dispatch.Agents;

namespace Herald.Server.Agents;

/// <summary>Looks at the flow files again and again: a saved change is run by the next call.</summary>
internal sealed partial class AgentReload(AgentSettings settings, TimeProvider time, ILogger<AgentReload> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var flows = settings.Book.Flows;
        FlowsFound(flows.Folder, flows.Names.Count, settings.Book.Programs.Count);
        foreach (var fault in flows.Faults)
            FlowFaulty(fault);
        using var timer = new PeriodicTimer(settings.Poll, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Tell(flows.Look());
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LookFailed(e);
            }
        }
    }

    private void Tell(FlowFolderChange change)
    {
        foreach (var name in change.Loaded)
            FlowLoaded(name);
        foreach (var name in change.Removed)
            FlowRemoved(name);
        foreach (var fault in change.Faults)
            FlowFaulty(fault);
    }

    [LoggerMessage(3601, LogLevel.Information, "{Flows} flows in {Folder}, {Programs} agents behind HTTP")]
    private partial void FlowsFound(string folder, int flows, int programs);

    [LoggerMessage(3602, LogLevel.Information, "Flow {Flow} is read anew; the next call runs it")]
    private partial void FlowLoaded(string flow);

    [LoggerMessage(3603, LogLevel.Warning, "Flow {Flow} is gone; calls that name it will fail")]
    private partial void FlowRemoved(string flow);

    [LoggerMessage(3604, LogLevel.Error, "A flow file is faulty; its last good version goes on: {Fault}")]
    private partial void FlowFaulty(FlowFileFault fault);

    [LoggerMessage(3605, LogLevel.Error, "The flow files could not be looked at")]
    private partial void LookFailed(Exception e);
}
