using Herald.Core.Deliveries;
using Herald.Core.Eligibility;
using Herald.Core.Eligibility.Regulations;
using Herald.Core.Planning;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Eligibility.Regulations;

public sealed class PresetTests
{
    private static readonly PastAttempt[] None = [];

    // Noon UTC is 04:00 in Seattle.
    [Theory]
    [InlineData("us-tcpa", "+12065550100", "2026-11-24T16:00:00Z")] // 08:00 Pacific
    [InlineData("us-tcpa", "+12085550100", "2026-11-24T16:00:00Z")] // Idaho: legal in Mountain and in Pacific
    [InlineData("us-tcpa", "+18005550100", "2026-11-24T18:00:00Z")] // no place: 08:00 in Honolulu, last of all
    [InlineData("us-fl", "+13055550100", "2026-11-24T14:00:00Z")] // Florida has a Central part
    [InlineData("us-ct", "+12035550100", "2026-11-24T14:00:00Z")]
    [InlineData("ca-crtc", "+14165550100", "2026-11-24T15:00:00Z")] // Ontario reaches into Central
    [InlineData("fr", "+33123456789", "2026-11-24T13:00:00Z")] // the lunch break, 13 to 14 in Paris
    [InlineData("au", "+61712345678", "2026-11-24T23:00:00Z")] // 09:00 on the 25th in Brisbane
    public void Hours_are_read_where_the_number_is(string preset, string number, string from)
    {
        var facts = With(preset);
        Planner.Next(Task(Person(mobile: number)), None, facts, Noon).ShouldWait(At(from), ReasonCode.Preset);
        Planner.Next(Task(Person(mobile: number)), None, facts, At(from)).ShouldBeAttempt();
    }

    [Fact]
    public void The_record_s_zone_beats_the_number_s() =>
        Planner.Next(Task(Person(mobile: "+12065550100") with { TimeZone = "America/New_York" }), None, With("us-tcpa"), Noon)
            .ShouldWait(At("2026-11-24T13:00:00Z"), ReasonCode.Preset);

    [Fact]
    public void The_strictest_of_several_wins_and_is_named()
    {
        var task = Task(Person(mobile: "+12035550100"));
        var facts = With("us-tcpa", "us-ct", "us-ma");
        Planner.Next(task, None, facts, Noon).ShouldWait(At("2026-11-24T14:00:00Z"), ReasonCode.Preset);
        var trace = Planner.Explain(task, None, facts, Noon).Candidates.ShouldHaveSingleItem().Rules.Single(rule => rule.Rule == ReasonCode.Preset);
        trace.Verdict.Decider.ShouldBe("us-ct: CT SB 1058");
        trace.ChangesAt.ShouldBe(At("2026-11-24T14:00:00Z"));
    }

    [Fact]
    public void Unverified_rules_say_so()
    {
        var facts = With("es");
        Planner.Explain(Task(Person(mobile: "+34911234567")), None, facts, At("2026-11-24T06:00:00Z")).Candidates[0].Rules
            .Single(rule => rule.Rule == ReasonCode.Preset).Verdict.Decider.ShouldBe("es: RDL 1/2007 art. 96 (unverified)");
    }

    [Fact]
    public void Holidays_are_closed() =>
        Planner.Next(
            Task(Person(mobile: "+33123456789")) with { Windows = [new(At("2026-12-24T00:00:00Z"), At("2027-01-05T00:00:00Z"))] },
            None, With("fr"), At("2026-12-25T10:00:00Z"))
            .ShouldWait(At("2026-12-28T09:00:00Z"), ReasonCode.Preset); // Christmas on a Friday, then the weekend

    [Fact]
    public void A_rule_binds_from_its_day_on()
    {
        var before = At("2021-06-30T10:00:00Z"); // 06:00 in Miami, the day before Florida's rule
        var task = Task(Person(mobile: "+13055550100")) with { Windows = [new(before, before + Duration.FromDays(2))] };
        Planner.Next(task, None, With("us-fl"), before).ShouldBeAttempt().ClosesAt.ShouldBe(At("2021-07-01T00:00:00Z"));
        Planner.Next(task, None, With("us-fl"), before + Duration.FromDays(1)).ShouldWait(At("2021-07-01T13:00:00Z"), ReasonCode.Preset);
    }

    [Fact]
    public void Counts_key_on_the_person_or_on_the_subject_the_options_name()
    {
        var noon = At("2026-11-24T18:00:00Z");
        var starts = new Dictionary<LimitKey, IReadOnlyList<Instant>>
        {
            [new(LimitScope.Subject, "us-fl:person-0")] = [.. new[] { -1, -2, -3 }.Select(hour => noon + Duration.FromHours(hour))],
        };
        var person = Person(mobile: "+13055550100") with { InputAttributes = new Dictionary<string, string> { ["Topic"] = "boats" } };
        Planner.Next(Task(person), None, With("us-fl") with { StartedAt = starts }, noon).ShouldBeOfType<NextStep.End>().Reason.ShouldBe(ReasonCode.Preset);
        Planner.Next(Task(person), None, With("us-fl:Topic") with { StartedAt = starts }, noon).ShouldBeAttempt();
        Planner.Next(Task(person), None, With("us-fl:Absent") with { StartedAt = starts }, noon).ShouldBeOfType<NextStep.End>();

        var demand = Planner.Demands(Task(person), new(1, 0, PhoneType.Mobile, "+13055550100"), With("us-fl:Topic"), noon).ShouldHaveSingleItem();
        demand.ShouldBe(new LimitDemand(new(LimitScope.Subject, "us-fl:person-0:boats"), 3, noon - Duration.FromDays(1)));
        Planner.Keys(Task(person), With("us-fl:Topic").Engagement, Engagements()).ShouldBe([new LimitFetch(demand.Key, 3, Duration.FromDays(1))]);
    }

    [Fact]
    public void After_a_conversation_about_a_debt_seven_days_pass_of_which_its_day_is_the_first()
    {
        var talked = At("2026-11-20T17:00:00Z"); // Friday noon in New York
        var facts = With("us-cfpb-debt") with { TalkedAt = new Dictionary<LimitKey, Instant> { [new(LimitScope.Subject, "us-cfpb-debt:person-0")] = talked } };
        var task = Task(Person(mobile: "+12125550100")) with { Windows = [new(talked, talked + Duration.FromDays(14))] };
        Planner.Next(task, None, facts, Noon).ShouldWait(At("2026-11-27T13:00:00Z"), ReasonCode.Preset); // midnight of the 27th, then 08:00
    }

    [Fact]
    public void After_an_abandoned_call_a_British_number_rests_72_hours()
    {
        var facts = With("uk-ofcom") with { AbandonedAt = new Dictionary<LimitKey, Instant> { [new(LimitScope.Phone, "+442079460000")] = Noon - Duration.FromHours(60) } };
        Planner.Next(Task(Person(mobile: "+442079460000")), None, facts, Noon).ShouldWait(Noon + Duration.FromHours(12), ReasonCode.Preset);
        Planner.Keys(Task(Person(mobile: "+442079460000")), facts.Engagement, Engagements())
            .ShouldBe([new LimitFetch(new(LimitScope.Phone, "+442079460000"), 0, Duration.FromHours(72))]);
    }

    [Fact]
    public void After_a_machine_answered_a_British_number_rests_24_hours()
    {
        var facts = With("UK-Ofcom") with { MachineAt = new Dictionary<LimitKey, Instant> { [new(LimitScope.Phone, "+442079460000")] = Noon - Duration.FromHours(20) } };
        Planner.Next(Task(Person(mobile: "+442079460000")), None, facts, Noon).ShouldWait(Noon + Duration.FromHours(4), ReasonCode.Preset);
        Planner.Explain(Task(Person(mobile: "+442079460000")), None, facts, Noon).Candidates[0].Rules.Single(rule => rule.Rule == "preset_limit").Verdict.Decider.ShouldEndWith("(unverified)");
    }

    [Fact]
    public void After_a_refusal_a_Frenchman_rests_60_whole_days()
    {
        var refused = At("2026-09-01T10:00:00Z");
        var facts = With("fr") with { RefusedAt = new Dictionary<LimitKey, Instant> { [new(LimitScope.Subject, "fr:person-0")] = refused } };
        var task = Task(Person(mobile: "+33123456789")) with { Windows = [new(refused, refused + Duration.FromDays(90))] };
        // The 60 days are 2 September to 31 October; 1 November is a Sunday and a holiday.
        Planner.Next(task, None, facts, At("2026-10-30T10:00:00Z")).ShouldWait(At("2026-11-02T09:00:00Z"), ReasonCode.Preset);
    }

    [Theory]
    [InlineData("us-al", "+12055550100", "2026-07-03T18:00:00Z", "2026-07-06T13:00:00Z")] // observed on Friday, the day on Saturday, then Sunday
    [InlineData("us-la", "+15045550100", "2026-02-17T18:00:00Z", "2026-02-18T14:00:00Z")] // Mardi Gras
    [InlineData("us-ri", "+14015550100", "2026-08-10T16:00:00Z", "2026-08-11T13:00:00Z")] // Victory Day
    [InlineData("es", "+34911234567", "2026-10-12T10:00:00Z", "2026-10-13T08:00:00Z")] // the Canaries
    [InlineData("it", "+390612345678", "2026-06-02T10:00:00Z", "2026-06-03T07:00:00Z")]
    public void Holidays_of_the_place_are_closed(string preset, string number, string at, string opens) =>
        Planner.Next(Task(Person(mobile: number)) with { Windows = [new(At(at), At(at) + Duration.FromDays(7))] }, None, With(preset), At(at)).ShouldWait(At(opens), ReasonCode.Preset);

    [Fact]
    public void A_name_in_other_letters_is_the_same_preset_and_counts_with_it()
    {
        var noon = At("2026-11-24T18:00:00Z");
        var task = Task(Person(mobile: "+13055550100"));
        Planner.Demands(task, new(1, 0, PhoneType.Mobile, "+13055550100"), With("US-FL", "us-fl"), noon).ShouldHaveSingleItem().Key.Value.ShouldBe("us-fl:person-0");
    }

    [Fact]
    public void First_generation_tasks_obey_presets_too() =>
        Planner.Next(Task(Person(mobile: "+12065550100")) with { Intake = IntakeKind.FirstGeneration }, None, With("us-tcpa"), Noon)
            .ShouldWait(At("2026-11-24T16:00:00Z"), ReasonCode.Preset);

    [Fact]
    public void The_presets_of_the_promise_exist_and_cite_their_sources()
    {
        foreach (var name in new[] { "us-tcpa", "us-fl", "us-cfpb-debt", "uk-ofcom", "ca-crtc", "fr", "au", "US-TCPA" })
            PresetCatalogue.Find(name).ShouldNotBeNull();
        foreach (var clause in PresetCatalogue.All.SelectMany(preset => preset.Clauses))
        {
            clause.Citation.ShouldNotBeNullOrWhiteSpace();
            (clause.Hours.Count > 0 || clause.ClosedDates.Count > 0 || clause.Cap is not null || clause.Pause is not null).ShouldBeTrue();
        }
    }

    private static Herald.Core.Engagements.OrganisationSettings Engagements() => Herald.Core.Engagements.OrganisationSettings.None;

    private static Facts With(params string[] presets)
    {
        var facts = Facts();
        return facts with { Engagement = facts.Engagement with { Presets = presets } };
    }
}
