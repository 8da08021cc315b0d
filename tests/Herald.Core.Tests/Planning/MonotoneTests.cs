using CsCheck;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Core.Tests.Eligibility;
using NodaTime;

namespace Herald.Core.Tests.Planning;

/// <summary>How answers at different instants, and under more rules, must hang together.</summary>
public sealed class MonotoneTests
{
    [Fact]
    public void A_wait_is_kept_when_asked_again_before_its_end_and_honoured_at_it() =>
        Gen.Select(Scenario.Any, Gen.Double[0, 1]).Sample((scenario, share) =>
        {
            if (Planner.Next(scenario.Task, [], scenario.Facts, scenario.Now) is not NextStep.Wait wait)
                return;
            var between = scenario.Now + (wait.Until - scenario.Now) * share;
            if (between < wait.Until)
                Planner.Next(scenario.Task, [], scenario.Facts, between).ShouldBeOfType<NextStep.Wait>().Until.ShouldBe(wait.Until);
            Planner.Next(scenario.Task, [], scenario.Facts, wait.Until).ShouldBeAttempt().Candidate.ShouldBe(wait.Candidate);
        }, iter: Often.Times(2_000));

    [Fact]
    public void More_rules_never_make_an_attempt_earlier() =>
        Gen.Select(Scenario.Any, Edges.Weekly, Gen.Int[1, 3]).Sample((scenario, weekly, which) =>
        {
            var planner = scenario.Facts.Engagement.Planner;
            var stricter = which switch
            {
                1 => scenario.Facts with { QueueHours = scenario.Facts.QueueHours with { ClosedDates = [.. scenario.Facts.QueueHours.ClosedDates, DateOf(scenario.Now)] } },
                2 => scenario.Facts with { Engagement = scenario.Facts.Engagement with { Presets = [.. scenario.Facts.Engagement.Presets, "us-ky"] } },
                _ => scenario.Facts with { Engagement = scenario.Facts.Engagement with { Planner = planner with { Quiet = More(planner.Quiet, weekly) } } },
            };
            var (candidate, at) = Moment(Planner.Next(scenario.Task, [], scenario.Facts, scenario.Now), scenario.Now);
            var (other, later) = Moment(Planner.Next(scenario.Task, [], stricter, scenario.Now), scenario.Now);
            if (candidate is null)
                other.ShouldBeNull();
            else if (candidate == other)
                later.ShouldBeGreaterThanOrEqualTo(at);
            else if (other is not null)
                // Skipped for good by the new rule, never brought forward.
                Place(scenario, other).ShouldBeGreaterThan(Place(scenario, candidate));
        }, iter: Often.Times(2_000));

    [Fact]
    public void Every_eligible_number_is_visited_once_a_loop_when_nothing_forbids() =>
        Gen.Select(Gen.Int[1, 7].Array[1, 5], Gen.Int[0, 2], Gen.Int[0, 1_000]).Sample((numbers, retries, seed) =>
        {
            Contact[] people = [.. numbers.Select((bits, i) => Sample.Person(
                i,
                mobile: (bits & 1) == 1 ? $"+1000{i}001" : null,
                business: (bits & 2) == 2 ? $"+1000{i}002" : null,
                home: (bits & 4) == 4 ? $"+1000{i}003" : null))];
            var expected = people.SelectMany(person => new[] { person.MobilePhone, person.BusinessPhone, person.HomePhone }).OfType<string>().ToList();
            var facts = Sample.Facts(new PlannerSettings { Retries = retries, ReattemptOn = ReattemptOn.Busy });
            List<PastAttempt> history = [];
            while (Planner.Next(Sample.Task(people), history, facts, Sample.Noon) is NextStep.Attempt attempt)
            {
                history = history.Then(attempt.Candidate, (seed + history.Count) % 3 > 0 ? DeliveryResult.Busy : DeliveryResult.Undetermined, Sample.Noon);
                history.Count.ShouldBeLessThanOrEqualTo(45);
            }

            history.Where(past => past.Loop == 1).Select(past => past.Number).ShouldBe(expected);
            for (var loop = 2; loop <= retries + 1; loop++)
            {
                history.Where(past => past.Loop == loop).Select(past => past.Number)
                    .ShouldBe(history.Where(past => past.Loop == loop - 1 && past.Result == DeliveryResult.Busy).Select(past => past.Number));
            }
        }, iter: Often.Times(1_000));

    private static int Place(Scenario scenario, Candidate candidate)
    {
        var phones = scenario.Task.Intake == IntakeKind.FirstGeneration ? PlannerSettings.Default.Phones : scenario.Facts.Engagement.Planner.Phones;
        return (candidate.Contact * 3) + phones.ToList().IndexOf(candidate.Phone);
    }

    private static DateInterval DateOf(Instant at) => new(at.InUtc().Date, at.InUtc().Date);

    private static Dictionary<PhoneType, QuietTimes> More(IReadOnlyDictionary<PhoneType, QuietTimes> quiet, IReadOnlyList<WeeklyHours> weekly) => new(quiet)
    {
        [PhoneType.Mobile] = quiet.TryGetValue(PhoneType.Mobile, out var own) ? own with { Weekly = [.. own.Weekly, .. weekly] } : new QuietTimes(weekly, []),
    };

    private static (Candidate? Candidate, Instant At) Moment(NextStep step, Instant now) => step switch
    {
        NextStep.Attempt attempt => (attempt.Candidate, now),
        NextStep.Wait wait => (wait.Candidate, wait.Until),
        _ => (null, Instant.MaxValue),
    };
}
