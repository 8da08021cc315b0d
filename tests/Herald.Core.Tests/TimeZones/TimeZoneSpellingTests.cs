using System.Globalization;
using Herald.Core.TimeZones;
using NodaTime;
using NodaTime.TimeZones;

namespace Herald.Core.Tests.TimeZones;

public class TimeZoneSpellingTests
{
    public static TheoryData<int> Codes => [.. TimeZoneTable.Rows.Select(row => row.Code)];

    private static TimeZoneRow Row(int code) => TimeZoneTable.Rows.Single(row => row.Code == code);

    [Fact]
    public void The_list_has_the_133_published_codes_in_order()
    {
        TimeZoneTable.Rows.Count.ShouldBe(133);
        TimeZoneTable.Rows.Select(row => row.Code).ShouldBeInOrder();
        TimeZoneTable.Rows.Select(row => row.Code).ShouldBeUnique();
        TimeZoneTable.Rows.Select(row => row.WindowsId).ShouldBeUnique();
        TimeZoneTable.Rows.Select(row => row.Label).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Codes))]
    public void Every_spelling_of_a_row_names_its_zone(int code)
    {
        var row = Row(code);
        DateTimeZoneProviders.Tzdb.Ids.ShouldContain(row.IanaId);
        foreach (var spelling in SpellingsOf(row))
        {
            TimeZoneSpelling.Find(spelling).ShouldBe(row.IanaId, spelling);
            TimeZoneSpelling.Find(spelling.ToUpperInvariant()).ShouldBe(row.IanaId, spelling);
            TimeZoneSpelling.Find($" {spelling} ").ShouldBe(row.IanaId, spelling);
        }
    }

    private static IEnumerable<string> SpellingsOf(TimeZoneRow row)
    {
        yield return row.WindowsId;
        yield return row.IanaId;
        var text = row.Label[(row.Label.IndexOf(')', StringComparison.Ordinal) + 2)..];
        string[] texts = text.EndsWith(')') ? [text, text[..(text.LastIndexOf('(') - 1)]] : [text];
        foreach (var each in texts)
        {
            yield return row.Label[..^text.Length] + each;
            yield return each;
            yield return $"(GMT) {each}";
            yield return $"(UTC+13:45) {each}";
        }
    }

    [Fact]
    public void Every_tzdb_id_and_alias_is_itself()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids.Except(["UTC"]))
        {
            TimeZoneSpelling.Find(id).ShouldBe(id);
            TimeZoneSpelling.Find(id.ToLower(CultureInfo.InvariantCulture)).ShouldBe(id);
        }
    }

    [Fact]
    public void UTC_is_the_row_of_that_Windows_id() => TimeZoneSpelling.Find("UTC").ShouldBe("Etc/UTC");

    [Fact]
    public void The_zone_without_IANA_twin_is_two_hours_behind() =>
        DateTimeZoneProviders.Tzdb[TimeZoneSpelling.Find("Mid-Atlantic Standard Time")!]
            .GetUtcOffset(Instant.FromUtc(2026, 7, 1, 0, 0)).ShouldBe(Offset.FromHours(-2));

    [Theory]
    [InlineData("(GMT) Dublin, Edinburgh, Lisbon, London", "Europe/London")]
    [InlineData("(GMT) Monrovia, Reykjavik", "Atlantic/Reykjavik")]
    [InlineData("(GMT-03:00) City of Buenos Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("(GMT-04:00) Georgetown, La Paz, Manaus, San Juan", "America/La_Paz")]
    [InlineData("(GMT+05:00) Ashgabat, Tashkent", "Asia/Tashkent")]
    [InlineData("(GMT-01:00) Cape Verde Is.", "Atlantic/Cape_Verde")]
    [InlineData("(GMT-08:00) Pacific Time", "America/Los_Angeles")]
    public void Labels_of_other_releases_are_known(string label, string id) => TimeZoneSpelling.Find(label).ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("(GMT-08:00)")]
    [InlineData("Pacific")]
    [InlineData("Eastern Standard Time ()")]
    [InlineData("America/Nowhere")]
    [InlineData("UTC+99")]
    public void Anything_else_is_unknown(string text) => TimeZoneSpelling.Find(text).ShouldBeNull();

    [Fact]
    public void The_rows_agree_with_the_Windows_mapping_of_tzdb()
    {
        // Rows 12 and 195: CLDR releases differ; row 75 is obsolete.
        var mapping = TzdbDateTimeZoneSource.Default;
        foreach (var row in TimeZoneTable.Rows.Where(row => row.Code is not (12 or 75 or 195)))
        {
            if (mapping.WindowsToTzdbIds.TryGetValue(row.WindowsId, out var id))
                mapping.CanonicalIdMap[row.IanaId].ShouldBe(mapping.CanonicalIdMap[id], row.WindowsId);
        }
    }
}
