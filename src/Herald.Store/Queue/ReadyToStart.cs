using Herald.Core.Planning;
using Herald.Store.Log;

namespace Herald.Store.Queue;

/// <summary>A start that passed its checks, with the log line reserved for it.</summary>
internal sealed record ReadyToStart(StartBatch Batch, StartRow Row, long LogId)
{
    /// <summary>What the presets of the engagement count this start by.</summary>
    public IReadOnlyList<string> Subjects { get; } = [.. Row.Demands.Where(demand => demand.Key.Scope == LimitScope.Subject).Select(demand => demand.Key.Value).Distinct()];

    public LogLine Line(LogFacts facts) => new(LogLineKind.Start, Batch.Now, facts)
    {
        Id = LogId,
        ContactKey = Row.ContactKey,
        SubjectKey = Subjects.Count == 0 ? null : string.Join(LogLine.BetweenSubjects, Subjects),
        Zone = Row.Zone,
    };
}
