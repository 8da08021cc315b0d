using Herald.Core.Planning;
using Herald.Store.Log;

namespace Herald.Store.Queue;

/// <summary>A start that passed its checks, with the log line reserved for it.</summary>
internal sealed record ReadyToStart(StartBatch Batch, StartRow Row, long LogId)
{
    public LogLine Line(LogFacts facts) => new(LogLineKind.Start, Batch.Now, facts)
    {
        Id = LogId,
        ContactKey = Row.ContactKey,
        SubjectKey = Row.Demands.FirstOrDefault(demand => demand.Key.Scope == LimitScope.Subject)?.Key.Value,
        Zone = Row.Zone,
    };
}
