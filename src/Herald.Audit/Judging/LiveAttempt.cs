using Herald.Audit.Log;

namespace Herald.Audit.Judging;

/// <summary>An attempt that has started and not ended.</summary>
/// <param name="Subjects">What presets count it by.</param>
internal sealed record LiveAttempt(Line Start, IReadOnlyList<string> Subjects);
