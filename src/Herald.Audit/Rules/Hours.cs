using NodaTime;

namespace Herald.Audit.Rules;

/// <summary>Local hours of the week. An end not after its start is on the next day.</summary>
internal sealed record Hours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime From, LocalTime To)
{
    private readonly int days = Days.Aggregate(0, (mask, day) => mask | (1 << (int)day));

    public static bool AnyHolds(IReadOnlyList<Hours> all, LocalDateTime local)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].Hold(local))
                return true;
        }

        return false;
    }

    /// <summary>Whether the wall clock shows one of these hours: in an hour that happens twice, both times.</summary>
    public bool Hold(LocalDateTime local)
    {
        var time = local.TimeOfDay;
        if (From < To)
            return Has(local.DayOfWeek) && From <= time && time < To;
        return (time >= From && Has(local.DayOfWeek))
            || (time < To && Has(local.DayOfWeek == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : local.DayOfWeek - 1));
    }

    private bool Has(IsoDayOfWeek day) => (days & (1 << (int)day)) != 0;
}
