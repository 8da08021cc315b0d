using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Herald.Audit.Rules;

/// <summary>
/// The regulation presets, written down a second time (<c>docs/rules.md</c> has the citations): an auditor that asked the dispatcher's own
/// table would agree with every mistake in it. The pause of <c>fr</c> after a refusal is not here: the log does not say what a representative noted afterwards.
/// </summary>
internal static class PresetTable
{
    // 5 U.S.C. 6103 and the days they are observed on: "federal" below.
    private const string Federal = "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25"
        + " 2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-06-19 2027-07-04 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-25 2027-12-31";

    // preset|from|open hours;…|most/days|pause days after a talk, or hours after an abandoned call/after a machine|closed dates
    private const string Text = """
        us-tcpa|1992-12-20|Mon-Sun 08:00-21:00|||
        us-tsr||Mon-Sun 08:00-21:00|||
        us-cfpb-debt|2021-11-30|Mon-Sun 08:00-21:00|7/7|7|
        us-fl|2021-07-01|Mon-Sun 08:00-20:00|3/1||
        us-ok|2022-11-01|Mon-Sun 08:00-20:00|3/1||
        us-md|2024-01-01|Mon-Sun 08:00-20:00|3/1||
        us-wa|2022-06-09|Mon-Sun 08:00-20:00|||
        us-ct|2023-10-01|Mon-Sun 09:00-20:00|||
        us-tx|2025-09-01|Mon-Sat 09:00-21:00;Sun-Sun 12:00-21:00|||
        us-al||Mon-Sat 08:00-20:00|||federal 2026-02-17 2026-04-27 2026-06-01 2027-02-09 2027-04-26 2027-06-07
        us-la||Mon-Sat 08:00-20:00|||federal 2026-02-17 2026-04-03 2026-11-01 2026-11-03 2027-02-09 2027-03-26 2027-11-01
        us-ms||Mon-Sat 08:00-20:00|||
        us-ma||Mon-Sun 08:00-20:00|||
        us-wy||Mon-Sun 08:00-20:00|||
        us-ky||Mon-Sun 10:00-21:00|||
        us-nv||Mon-Sun 09:00-20:00|||
        us-in||Mon-Sun 09:00-20:00|||
        us-ut||Mon-Sun 09:00-20:00|||
        us-mi||Mon-Sun 09:00-21:00|||
        us-mn||Mon-Sun 09:00-21:00|||
        us-nm||Mon-Sun 09:00-21:00|||
        us-ri||Mon-Fri 09:00-18:00;Sat-Sat 10:00-17:00|||federal 2026-08-10 2026-11-03 2027-08-09
        us-me||Mon-Sun 09:00-17:00|||
        us-sd||Mon-Sat 08:00-21:00|||
        us-pa||Mon-Fri 08:00-21:00;Sat-Sat 08:00-12:00|||federal 2026-04-03 2026-05-19 2026-06-14 2026-11-03 2027-03-26 2027-05-18 2027-06-14 2027-11-02
        uk-ofcom|2017-03-01|||72/24|
        ca-crtc|2008-09-30|Mon-Fri 09:00-21:30;Sat-Sun 10:00-18:00|||
        fr|2023-03-01|Mon-Fri 10:00-13:00;Mon-Fri 14:00-20:00|4/30||2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25 2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08 2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25
        au||Mon-Fri 09:00-20:00;Sat-Sat 09:00-17:00|||2026-01-01 2026-01-26 2026-04-03 2026-04-06 2026-04-25 2026-04-27 2026-12-25 2026-12-26 2026-12-28 2027-01-01 2027-01-26 2027-03-26 2027-03-29 2027-04-25 2027-04-26 2027-12-25 2027-12-26 2027-12-27 2027-12-28
        au-research||Mon-Fri 09:00-20:30;Sat-Sun 09:00-17:00|||2026-01-01 2026-01-26 2026-04-03 2026-04-06 2026-04-25 2026-04-27 2026-12-25 2026-12-26 2026-12-28 2027-01-01 2027-01-26 2027-03-26 2027-03-29 2027-04-25 2027-04-26 2027-12-25 2027-12-26 2027-12-27 2027-12-28
        es||Mon-Fri 09:00-21:00|||2026-01-01 2026-01-06 2026-04-03 2026-05-01 2026-08-15 2026-10-12 2026-11-01 2026-12-06 2026-12-08 2026-12-25 2027-01-01 2027-01-06 2027-03-26 2027-05-01 2027-08-15 2027-10-12 2027-11-01 2027-12-06 2027-12-08 2027-12-25
        it||Mon-Fri 09:00-20:00;Sat-Sat 10:00-19:00|||2026-01-01 2026-01-06 2026-04-05 2026-04-06 2026-04-25 2026-05-01 2026-06-02 2026-08-15 2026-10-04 2026-11-01 2026-12-08 2026-12-25 2026-12-26 2027-01-01 2027-01-06 2027-03-28 2027-03-29 2027-04-25 2027-05-01 2027-06-02 2027-08-15 2027-10-04 2027-11-01 2027-12-08 2027-12-25 2027-12-26
        """;

    private static readonly Dictionary<string, PresetClause> All = Text
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(Read)
        .ToDictionary(clause => clause.Preset, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that are not here are not judged.</summary>
    public static IReadOnlyList<PresetClause> Find(string name) => All.TryGetValue(name, out var clause) ? [clause] : [];

    private static PresetClause Read(string line)
    {
        var fields = line.Split('|');
        var cap = fields[3].Length == 0 ? [0, 0] : fields[3].Split('/').Select(Number).ToArray();
        var pause = fields[4].Split('/').Where(text => text.Length > 0).Select(Number).ToArray();
        return new PresetClause(
            fields[0],
            fields[1].Length == 0 ? long.MinValue : Date(fields[1]).AtMidnight().InUtc().ToInstant().ToUnixTimeMilliseconds(),
            [.. fields[2].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(HoursOf)],
            [.. fields[5].Replace("federal", Federal, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Date).Select(date => new Dates(date, date))],
            cap[0],
            cap[1],
            pause is [var days] ? days : 0)
        {
            AbandonHours = pause is [var abandon, _] ? abandon : 0,
            MachineHours = pause is [_, var machine] ? machine : 0,
        };
    }

    // "Mon-Fri 09:00-21:30"
    private static Hours HoursOf(string text)
    {
        var from = (int)QuietHours.DayOf(text[..3]);
        var to = (int)QuietHours.DayOf(text[4..7]);
        return new Hours([.. Enumerable.Range(from, to - from + 1).Select(day => (IsoDayOfWeek)day)], Time(text[8..13]), Time(text[14..19]));
    }

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).GetValueOrThrow();

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
