using Herald.Audit.Rules;
using Herald.Core.Eligibility.Regulations;

namespace Herald.Audit.Tests.Rules;

/// <summary>Two tables, written twice: what they disagree in is a mistake of one of them.</summary>
public sealed class PresetTableTests
{
    [Fact]
    public void It_knows_every_preset() =>
        PresetCatalogue.All.Select(preset => preset.Name).Where(name => PresetTable.Find(name).Count == 0).ShouldBeEmpty();

    [Fact]
    public void Both_tables_open_at_the_same_local_times()
    {
        foreach (var preset in PresetCatalogue.All)
        {
            var own = PresetTable.Find(preset.Name).Single();
            // Every half hour of the two years that the holiday lists cover.
            for (var local = new LocalDateTime(2026, 1, 1, 0, 0); local.Year < 2028; local = local.PlusMinutes(30))
            {
                if (own.Forbids(local) != IsForbidden(preset, local))
                    Assert.Fail($"{preset.Name} at {local}: one table forbids it, the other does not.");
            }
        }
    }

    [Fact]
    public void Both_tables_count_the_same()
    {
        foreach (var preset in PresetCatalogue.All)
        {
            var own = PresetTable.Find(preset.Name).Single();
            var cap = preset.Clauses.Select(clause => clause.Cap).FirstOrDefault(cap => cap is not null);
            own.Most.ShouldBe(cap?.Most ?? 0, preset.Name);
            own.Days.ShouldBe((int)(cap?.Period.TotalDays ?? 0), preset.Name);
            own.PauseDays.ShouldBe(HoursAfter(preset, PauseAfter.Talk) / 24, preset.Name);
            own.AbandonHours.ShouldBe(HoursAfter(preset, PauseAfter.Abandonment), preset.Name);
            own.MachineHours.ShouldBe(HoursAfter(preset, PauseAfter.Machine), preset.Name);
            preset.Clauses.ShouldAllBe(clause => own.From == (clause.From == null ? long.MinValue : clause.From.Value.AtMidnight().InUtc().ToInstant().ToUnixTimeMilliseconds()));
        }
    }

    private static int HoursAfter(Preset preset, PauseAfter after) =>
        preset.Clauses.Select(clause => clause.Pause).FirstOrDefault(pause => pause?.After == after)?.Hours ?? 0;

    private static bool IsForbidden(Preset preset, LocalDateTime local) => preset.Clauses.Any(clause =>
        (clause.Hours.Count > 0 && !clause.Hours.Any(hours => hours.Days.Contains(local.DayOfWeek) && hours.Start <= local.TimeOfDay && local.TimeOfDay < hours.End))
        || clause.ClosedDates.Any(dates => dates.Contains(local.Date)));
}
