namespace Herald.Audit;

/// <summary>What an audit read and found.</summary>
/// <param name="Lines">Lines of the log.</param>
/// <param name="Attempts">Lines that start an attempt.</param>
/// <param name="ViolationCount">All of them; <paramref name="Violations"/> holds the first ones.</param>
/// <param name="ByRule">How many of each rule.</param>
/// <param name="NotJudged">Starts that a rule could not be applied to, by the reason: a pruned task, settings older than their history, a zone that is not known here.</param>
public sealed record AuditReport(
    long Lines,
    long Attempts,
    long ViolationCount,
    IReadOnlyList<Violation> Violations,
    IReadOnlyDictionary<string, long> ByRule,
    IReadOnlyDictionary<string, long> NotJudged);
