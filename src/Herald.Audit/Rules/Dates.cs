using NodaTime;

namespace Herald.Audit.Rules;

/// <summary>Whole local days, both ends included.</summary>
internal readonly record struct Dates(LocalDate From, LocalDate To)
{
    public bool Hold(LocalDateTime local) => From <= local.Date && local.Date <= To;
}
