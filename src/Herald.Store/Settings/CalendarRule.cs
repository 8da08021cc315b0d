using NodaTime;

namespace Herald.Store.Settings;

/// <param name="Extent">1 = skip: closed from <paramref name="From"/> until <paramref name="Until"/>.</param>
internal sealed record CalendarRule(string? Start, int? Minutes, string? Pattern, int? Extent, Instant? From, Instant? Until);
