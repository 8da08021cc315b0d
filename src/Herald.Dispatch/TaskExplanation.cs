using Herald.Core.Planning;
using Herald.Store.Reporting;
using NodaTime;

namespace Herald.Dispatch;

/// <summary>A task and why it is where it is.</summary>
/// <param name="At">When the rules were asked: now, or the end of a task that has ended. Settings, consents and policies are those of now in either case.</param>
/// <param name="Trace">Candidates are empty when the past alone decides, or while an attempt runs.</param>
public sealed record TaskExplanation(TaskView View, Instant At, Explanation Trace);
