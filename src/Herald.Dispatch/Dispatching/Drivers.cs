using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Herald.Dispatch.Dispatching;

/// <summary>The engagement loops that run in this process.</summary>
internal sealed class Drivers(DriverParts parts, TimeProvider time, ILoggerFactory logs)
{
    private readonly ConcurrentDictionary<Guid, EngagementLoop> loops = new();
    private volatile bool stopped;

    public IReadOnlyCollection<Guid> Engagements => [.. loops.Keys];

    public bool AreQuiet => loops.Values.All(loop => loop.IsQuiet);

    public EngagementLoop? Find(Guid engagementId) => loops.GetValueOrDefault(engagementId);

    /// <summary>The loop of that engagement, started when it does not run here. Null once picks have stopped.</summary>
    public EngagementLoop? Run(Guid engagementId)
    {
        if (stopped)
            return null;
        var loop = loops.GetOrAdd(engagementId, id => new EngagementLoop(id, parts, time, logs));
        loop.Begin();
        return loop;
    }

    public EngagementDriver Make(Guid engagementId) => new(engagementId, parts, () => { });

    public async Task StopAsync(Guid engagementId)
    {
        if (loops.TryRemove(engagementId, out var loop))
            await loop.DisposeAsync();
    }

    public async Task StopAllAsync()
    {
        stopped = true;
        await Task.WhenAll(Engagements.Select(StopAsync));
    }

    public void LookAround()
    {
        foreach (var loop in loops.Values)
            loop.LookAround();
    }
}
