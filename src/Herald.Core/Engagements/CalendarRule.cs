using NodaTime;

namespace Herald.Core.Engagements;

/// <summary>One rule of a calendar that operating hours refer to, as its table has it.</summary>
/// <param name="Start">Local start of the span.</param>
/// <param name="Minutes">Length of it; up to a day.</param>
/// <param name="Pattern">Recurrence text, of which BYDAY counts (RFC 5545 section 3.3.10); empty = a single span on <paramref name="From"/>.</param>
/// <param name="Skip">extentcode 1: closed instead of open.</param>
/// <param name="From">First date in force; null = always.</param>
/// <param name="To">Last date in force; null = open.</param>
public sealed record CalendarRule(LocalTime Start, int Minutes, string? Pattern, bool Skip, LocalDate? From = null, LocalDate? To = null);
