using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>Local hours on some weekdays; End not after Start = ends the next day.</summary>
public sealed record WeeklyHours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Start, LocalTime End);
