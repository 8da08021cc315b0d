using Herald.Core.Engagements;
using NodaTime;
using static Herald.Core.Eligibility.Regulations.PresetCatalogue;
using static NodaTime.IsoDayOfWeek;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>State rules for sales calls and texts.</summary>
internal static class UnitedStates
{
    private static readonly IsoDayOfWeek[] MonToFri = [Monday, Tuesday, Wednesday, Thursday, Friday];
    private static readonly IsoDayOfWeek[] MonToSat = [.. MonToFri, Saturday];
    private static readonly IsoDayOfWeek[] EveryDay = [.. MonToSat, Sunday];
    private static readonly PresetCap ThreeADay = new(3, Duration.FromDays(1));

    public static IReadOnlyList<Preset> All { get; } =
    [
        ThreePerDay("us-fl", "Florida", "Fla. Stat. 501.616(6)", 2021, 7, 1),
        ThreePerDay("us-ok", "Oklahoma", "Okla. Stat. tit. 15 § 775C", 2022, 11, 1),
        ThreePerDay("us-md", "Maryland", "Md. Stop the Spam Calls Act 2024", 2024, 1, 1),
        Of("us-wa", "Washington", Hours("RCW 80.36.390", true, 2022, 6, 9, On(EveryDay, 8, 20))),
        Of("us-ct", "Connecticut", Hours("CT SB 1058", true, 2023, 10, 1, On(EveryDay, 9, 20))),
        Of("us-tx", "Texas", Hours("Tex. Bus. & Com. Code, SB 140", false, 2025, 9, 1, On(MonToSat, 9, 21), On([Sunday], 12, 21))),
        Of("us-al", "Alabama", Undated(On(MonToSat, 8, 20)), StateHolidays(Holidays.Alabama)),
        Of("us-la", "Louisiana", Undated(On(MonToSat, 8, 20)), StateHolidays(Holidays.Louisiana)),
        Of("us-ms", "Mississippi", Undated(On(MonToSat, 8, 20))),
        Of("us-ma", "Massachusetts", Undated(On(EveryDay, 8, 20))),
        Of("us-wy", "Wyoming", Undated(On(EveryDay, 8, 20))),
        Of("us-ky", "Kentucky", Undated(On(EveryDay, 10, 21))),
        Of("us-nv", "Nevada", Undated(On(EveryDay, 9, 20))),
        Of("us-in", "Indiana", Undated(On(EveryDay, 9, 20))),
        Of("us-ut", "Utah", Undated(On(EveryDay, 9, 20))),
        Of("us-mi", "Michigan", Undated(On(EveryDay, 9, 21))),
        Of("us-mn", "Minnesota", Undated(On(EveryDay, 9, 21))),
        Of("us-nm", "New Mexico", Undated(On(EveryDay, 9, 21))),
        Of("us-ri", "Rhode Island", Undated(On(MonToFri, 9, 18), On([Saturday], 10, 17)), StateHolidays(Holidays.RhodeIsland)),
        Of("us-me", "Maine, automated calling", Undated(On(EveryDay, 9, 17))),
        Of("us-sd", "South Dakota", Undated(On(MonToSat, 8, 21))),
        // Sources disagree: the strictest of both, and not verified.
        Of("us-pa", "Pennsylvania", Undated(On(MonToFri, 8, 21), On([Saturday], 8, 12)), StateHolidays(Holidays.Pennsylvania)),
    ];

    // Read in current state tables of the trade only: no statute and no date at hand, so unverified and always in force.
    private static PresetClause Undated(params WeeklyHours[] hours) =>
        new("state table of the trade, statute not cited", false, null) { Hours = hours };

    private static PresetClause StateHolidays(IReadOnlyList<DateInterval> dates) =>
        ClosedUndated("state table of the trade, no calls on federal and state holidays", false, dates);

    private static Preset ThreePerDay(string name, string state, string citation, int year, int month, int day) =>
        Of(name, state, Hours(citation, true, year, month, day, On(EveryDay, 8, 20)), Cap(citation + ", calls on one subject", true, year, month, day, ThreeADay));
}
