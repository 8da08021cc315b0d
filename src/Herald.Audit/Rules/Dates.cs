using NodaTime;

namespace Herald.Audit.Rules;

/// <summary>Whole local days, both ends included.</summary>
internal readonly record struct Dates(LocalDate From, LocalDate To)
{
    public static bool AnyHolds(IReadOnlyList<Dates> all, LocalDateTime local)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Hold(local))
                return true;
        }

        return false;
    }

    public bool Hold(LocalDateTime local) => From <= local.Date && local.Date <= To;
}
