using NodaTime;

namespace Herald.Audit.Rules;

/// <summary>Local hours of the week. An end not after its start is on the next day.</summary>
internal sealed record Hours(IReadOnlyList<IsoDayOfWeek> Days, LocalTime From, LocalTime To)
{
    /// <summary>Whether the wall clock shows one of these hours: in an hour that happens twice, both times.</summary>
    public bool Hold(LocalDateTime local)
    {
        var time = local.TimeOfDay;
        if (From < To)
            return Days.Contains(local.DayOfWeek) && From <= time && time < To;
        return (time >= From && Days.Contains(local.DayOfWeek))
            || (time < To && Days.Contains(local.Date.PlusDays(-1).DayOfWeek));
    }
}
