using CsCheck;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Engagements.DisplayNumbers;

namespace Herald.Core.Tests.Engagements;

public class DisplayNumberTests
{
    private const string Own = "+15550999";
    private static readonly string[] Four = ["+15550001", "+15550002", "+15550003", "+15550004"];
    private static readonly Gen<Contact> People = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 20], Gen.String[Gen.Char["aBc"], 0, 3], Gen.String[Gen.Char["aBc"], 0, 3], Gen.String[Gen.Char['0', '9'], 0, 5],
        (id, state, city, code) => new Contact { UniqueIdentifier = id, State = state, City = city, PostalCode = code });

    [Fact]
    public void Without_a_policy_the_workstream_s_number_is_shown() => Shown(DisplayNumberSettings.None, Person()).ShouldBe(Own);

    [Fact]
    public void Messages_come_from_the_workstream_s_number() =>
        DisplayNumber.Of(Engagement(Rotate(Four)) with { Channel = Channel.Sms }, Person(), "+15551").ShouldBe(Own);

    [Fact]
    public void A_contact_keeps_its_number_whichever_of_its_phones_is_called() =>
        Gen.Select(People, Gen.Int[1, 9]).Sample((person, digit) =>
            DisplayNumber.Of(Engagement(Rotate(Four)), person, $"+1555{digit}").ShouldBe(Shown(Rotate(Four), person)));

    [Fact]
    public void Who_is_known_by_no_identifier_is_known_by_the_number_called() =>
        Enumerable.Range(0, 100).Select(i => DisplayNumber.Of(Engagement(Rotate(Four)), Person(""), $"+1555{i}")).Distinct().Count().ShouldBe(4);

    [Fact]
    public void Numbers_get_equal_shares_of_the_contacts()
    {
        foreach (var name in new Func<int, string>[] { i => $"crm-{i}", i => new Guid(i, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8).ToString(), i => $"{i}" })
        {
            var shares = Enumerable.Range(0, 40_000).GroupBy(i => Shown(Rotate(Four), Person(name(i)))).ToDictionary(group => group.Key!, group => group.Count());
            shares.Keys.ShouldBe(Four, ignoreOrder: true);
            // 10,000 each; five standard deviations are 433.
            shares.Values.ShouldAllBe(count => count > 9_500 && count < 10_500);
        }
    }

    [Fact]
    public void The_order_of_the_numbers_says_nothing() =>
        People.Sample(person => Shown(Rotate([.. Four.Reverse()]), person).ShouldBe(Shown(Rotate(Four), person)));

    [Fact]
    public void A_number_more_or_less_moves_only_the_contacts_it_gets_or_had() =>
        People.Sample(person =>
        {
            var before = Shown(Rotate(Four), person);
            Shown(Rotate([.. Four, "+15550005"]), person).ShouldBeOneOf(before, "+15550005");
            if (before != Four[1])
                Shown(Rotate([Four[0], Four[2], Four[3]]), person).ShouldBe(before);
        });

    [Fact]
    public void The_first_rule_that_matches_wins_and_none_shows_the_workstream_s() =>
        Gen.Select(People, RuleGen.Array[0, 5]).Sample((person, rules) =>
        {
            var expected = Own;
            foreach (var rule in rules.Reverse())
                if (rule.Matches(person))
                    expected = rule.Number;
            Shown(new(DisplayNumberPolicy.Rules, Four, rules), person).ShouldBe(expected);
        });

    [Fact]
    public void A_sixth_rule_does_not_count()
    {
        DisplayNumberRule never = new(DisplayNumberField.State, DisplayNumberCondition.Equals, "XX", Four[0]);
        DisplayNumberRule sixth = new(DisplayNumberField.State, DisplayNumberCondition.Equals, "WA", Four[1]);
        Shown(new(DisplayNumberPolicy.Rules, Four, [never, never, never, never, never, sixth]), Person() with { State = "WA" }).ShouldBe(Own);
    }

    [Theory]
    [InlineData(DisplayNumberField.State, DisplayNumberCondition.Equals, "wa", true)]
    [InlineData(DisplayNumberField.State, DisplayNumberCondition.Equals, "W", false)]
    [InlineData(DisplayNumberField.City, DisplayNumberCondition.StartsWith, "red", true)]
    [InlineData(DisplayNumberField.PostalCode, DisplayNumberCondition.StartsWith, "980", true)]
    [InlineData(DisplayNumberField.PostalCode, DisplayNumberCondition.StartsWith, "981", false)]
    [InlineData(DisplayNumberField.PostalCode, DisplayNumberCondition.In, "10001, 98052 ,94105", true)]
    [InlineData(DisplayNumberField.PostalCode, DisplayNumberCondition.In, "9805", false)]
    [InlineData(DisplayNumberField.TimeZone, DisplayNumberCondition.Equals, "Pacific Standard Time", true)]
    [InlineData(DisplayNumberField.TimeZone, DisplayNumberCondition.Equals, "America/Los_Angeles", true)]
    [InlineData(DisplayNumberField.TimeZone, DisplayNumberCondition.In, "Eastern Standard Time,Pacific Standard Time", true)]
    [InlineData(DisplayNumberField.TimeZone, DisplayNumberCondition.Equals, "Eastern Standard Time", false)]
    [InlineData(DisplayNumberField.TimeZone, DisplayNumberCondition.StartsWith, "America/", true)]
    [InlineData(DisplayNumberField.City, DisplayNumberCondition.StartsWith, " ", false)]
    public void Conditions(DisplayNumberField field, DisplayNumberCondition condition, string value, bool matches) =>
        new DisplayNumberRule(field, condition, value, Own).Matches(Person() with { State = "WA", City = "Redmond", PostalCode = "98052", TimeZone = "America/Los_Angeles" }).ShouldBe(matches);

    [Fact]
    public void A_contact_without_the_field_matches_nothing() =>
        RuleGen.Sample(rule => rule.Matches(Person()).ShouldBeFalse());

    private static readonly Gen<DisplayNumberRule> RuleGen = Gen.Select(
        Gen.Enum<DisplayNumberField>(), Gen.Enum<DisplayNumberCondition>(), Gen.String[Gen.Char["abC1,"], 0, 3], Gen.Int[0, 3].Select(i => Four[i]),
        (field, condition, value, number) => new DisplayNumberRule(field, condition, value, number));

    private static Contact Person(string id = "crm-1") => new() { UniqueIdentifier = id };

    private static DisplayNumberSettings Rotate(IReadOnlyList<string> numbers) => new(DisplayNumberPolicy.Rotate, numbers, []);

    private static string? Shown(DisplayNumberSettings settings, Contact person) => DisplayNumber.Of(Engagement(settings), person, "+15551234567");

    private static Engagement Engagement(DisplayNumberSettings settings) => new()
    {
        Id = Guid.Empty, Channel = Channel.Voice, Workstream = new(Guid.Empty, Own, null, null, false, null), Planner = new() { DisplayNumbers = settings },
    };
}
