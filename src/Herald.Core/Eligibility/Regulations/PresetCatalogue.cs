using Herald.Core.Engagements;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>All presets by name (case-blind). Numbers, sources and their state of checking: <c>docs/rules.md</c>.</summary>
public static class PresetCatalogue
{
    private static readonly IsoDayOfWeek[] Weekdays = [Monday, Tuesday, Wednesday, Thursday, Friday];
    private static readonly IsoDayOfWeek[] Weekend = [Saturday, Sunday];
    private static readonly IsoDayOfWeek[] EveryDay = [.. Weekdays, .. Weekend];
    private static readonly Duration FifteenSeconds = Duration.FromSeconds(15);

    public static IReadOnlyList<Preset> All { get; } =
    [
        Of("us-tcpa", "United States, federal: telephone solicitations",
            Hours("47 CFR 64.1200(c)(1)", true, 1992, 12, 20, On(EveryDay, 8, 21))) with
        {
            MinimumRing = FifteenSeconds,
            AbandonmentCeiling = 0.03,
        },
        Of("us-tsr", "United States, FTC: outbound telemarketing",
            HoursUndated("16 CFR 310.4(c)", false, On(EveryDay, 8, 21))) with
        {
            MinimumRing = FifteenSeconds,
            AbandonmentCeiling = 0.03,
        },
        Of("us-cfpb-debt", "United States, CFPB: debt collection",
            Cap("12 CFR 1006.14(b)(2)(i)(A)", true, 2021, 11, 30, new PresetCap(7, Duration.FromDays(7))),
            Pause("12 CFR 1006.14(b)(2)(i)(B)", true, 2021, 11, 30, new PresetPause(PauseAfter.Talk, 7 * 24, WholeDays: true)),
            Hours("12 CFR 1006.6(b)", false, 2021, 11, 30, On(EveryDay, 8, 21))),
        .. UnitedStates.All,
        Of("uk-ofcom", "United Kingdom: persistent misuse policy",
            Pause("Ofcom persistent misuse statement 2016, no re-call after abandonment", true, 2017, 3, 1, new PresetPause(PauseAfter.Abandonment, 72)),
            Pause("Ofcom persistent misuse statement 2016, no repeated call by machine detection", false, 2017, 3, 1, new PresetPause(PauseAfter.Machine, 24))) with
        {
            MinimumRing = FifteenSeconds,
            AbandonmentCeiling = 0.03,
        },
        Of("ca-crtc", "Canada: unsolicited telecommunications rules",
            Hours("CRTC UTR Part III", true, 2008, 9, 30,
                On(Weekdays, new LocalTime(9, 0), new LocalTime(21, 30)), On(Weekend, 10, 18))) with
        {
            AbandonmentCeiling = 0.05,
        },
        Of("fr", "France: démarchage téléphonique",
            Hours("Décret 2022-1313", true, 2023, 3, 1, On(Weekdays, 10, 13), On(Weekdays, 14, 20)),
            Closed("Code du travail L3133-1, jours fériés", false, 2023, 3, 1, Holidays.France),
            Cap("Décret 2022-1313, fréquence", true, 2023, 3, 1, new PresetCap(4, Duration.FromDays(30))),
            Pause("Décret 2022-1313, refus: 60 jours révolus", true, 2023, 3, 1, new PresetPause(PauseAfter.Refusal, 61 * 24, WholeDays: true))),
        Of("au", "Australia: telemarketing calls",
            HoursUndated("Telemarketing and Research Calls Industry Standard 2017", true, On(Weekdays, 9, 20), On([Saturday], 9, 17)),
            ClosedUndated("Telemarketing and Research Calls Industry Standard 2017, national public holidays", false, Holidays.Australia)),
        Of("au-research", "Australia: research calls",
            HoursUndated("Telemarketing and Research Calls Industry Standard 2017", true,
                On(Weekdays, new LocalTime(9, 0), new LocalTime(20, 30)), On(Weekend, 9, 17)),
            ClosedUndated("Telemarketing and Research Calls Industry Standard 2017, national public holidays", false, Holidays.Australia)),
        Of("es", "Spain: llamadas comerciales", HoursUndated("RDL 1/2007 art. 96", false, On(Weekdays, 9, 21)),
            ClosedUndated("RDL 1/2007 art. 96, fiestas nacionales", false, Holidays.Spain)),
        Of("it", "Italy: telemarketing code of conduct",
            HoursUndated("Garante, codice di condotta telemarketing", false, On(Weekdays, 9, 20), On([Saturday], 10, 19)),
            ClosedUndated("Garante, codice di condotta telemarketing, festivi nazionali", false, Holidays.Italy)),
    ];

    /// <summary>How far back any preset looks: what happened longer ago decides nothing. Whole days end at a local midnight, hence the day more.</summary>
    public static Duration LongestClock { get; } = All.SelectMany(preset => preset.Clauses)
        .Select(clause => Duration.Max(clause.Cap?.Period ?? Duration.Zero, clause.Pause is { } pause ? Duration.FromHours(pause.Hours + 24) : Duration.Zero))
        .Max();

    private static readonly Dictionary<string, Preset> ByName = All.ToDictionary(preset => preset.Name, StringComparer.OrdinalIgnoreCase);

    public static Preset? Find(string name) => ByName.GetValueOrDefault(name);

    internal static Preset Of(string name, string title, params PresetClause[] clauses) =>
        new(name, title, [.. clauses.Select(clause => clause with { Label = $"{name}: {clause.Citation}{(clause.Verified ? "" : " (unverified)")}" })]);

    internal static PresetClause Hours(string citation, bool verified, int year, int month, int day, params WeeklyHours[] hours) =>
        new(citation, verified, new LocalDate(year, month, day)) { Hours = hours };

    private static PresetClause HoursUndated(string citation, bool verified, params WeeklyHours[] hours) =>
        new(citation, verified, null) { Hours = hours };

    internal static PresetClause ClosedUndated(string citation, bool verified, IReadOnlyList<DateInterval> dates) =>
        new(citation, verified, null) { ClosedDates = dates };

    internal static PresetClause Cap(string citation, bool verified, int year, int month, int day, PresetCap cap) =>
        new(citation, verified, new LocalDate(year, month, day)) { Cap = cap };

    internal static WeeklyHours On(IReadOnlyList<IsoDayOfWeek> days, int from, int to) => On(days, new LocalTime(from, 0), new LocalTime(to, 0));

    internal static WeeklyHours On(IReadOnlyList<IsoDayOfWeek> days, LocalTime from, LocalTime to) => new(days, from, to);

    private static PresetClause Pause(string citation, bool verified, int year, int month, int day, PresetPause pause) =>
        new(citation, verified, new LocalDate(year, month, day)) { Pause = pause };

    private static PresetClause Closed(string citation, bool verified, int year, int month, int day, IReadOnlyList<DateInterval> dates) =>
        new(citation, verified, new LocalDate(year, month, day)) { ClosedDates = dates };
}
