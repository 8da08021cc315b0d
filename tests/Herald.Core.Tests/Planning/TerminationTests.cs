using System.Diagnostics;
using System.Globalization;
using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using NodaTime;
using static Herald.Core.Tests.Planning.Sample;

namespace Herald.Core.Tests.Planning;

/// <summary>Settings that can never agree, and sizes nobody should choose: an answer all the same, and soon.</summary>
[Collection(nameof(Alone))]
public sealed class TerminationTests
{
    private static readonly Window Centuries = new(Noon, At("9999-12-31T23:59:59Z"));

    [Fact]
    public void Rules_that_never_agree_end_in_a_wait_that_moves_on()
    {
        var facts = Facts(new() { Quiet = ForMobile(new([new([IsoDayOfWeek.Tuesday], Time("00:00"), Time("00:00"))], [])) }) with
        {
            QueueHours = new([new([IsoDayOfWeek.Tuesday], Time("08:00"), Time("17:00"))], [], "UTC"),
        };
        var task = Task() with { Windows = [Centuries] };
        var wait = Soon(() => Planner.Next(task, [], facts, Noon)).ShouldBeOfType<NextStep.Wait>();
        Soon(() => Planner.Next(task, [], facts, wait.Until)).ShouldBeOfType<NextStep.Wait>().Until.ShouldBeGreaterThan(wait.Until);
    }

    [Fact]
    public void Quiet_for_ever_ends_at_once()
    {
        var facts = Facts(new() { Quiet = ForMobile(new([], [new DateInterval(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)])) });
        Soon(() => Planner.Next(Task() with { Windows = [Centuries] }, [], facts, Noon)).ShouldEnd(DeliveryStatus.Expired, ReasonCode.QuietHours);
    }

    [Fact]
    public void Thousands_of_dates_with_holes_are_walked_in_steps()
    {
        var dates = Enumerable.Range(0, 20_000).Select(i => new LocalDate(2026, 11, 24).PlusDays(i)).Where(date => date.Day % 7 != 0).Select(date => new DateInterval(date, date));
        var weekly = Quiet("09:00", "08:30").Weekly;
        var facts = Facts(new() { DefaultZone = "America/New_York", Quiet = ForMobile(new(weekly, [.. dates])) });
        var wait = Soon(() => Planner.Next(Task() with { Windows = [Centuries] }, [], facts, Noon)).ShouldBeOfType<NextStep.Wait>();
        Soon(() => Planner.Next(Task() with { Windows = [Centuries] }, [], facts, wait.Until)).ShouldBeAttempt();
    }

    [Fact]
    public void A_hundred_windows_five_contacts_and_a_long_history_are_planned_soon()
    {
        Contact[] people = [.. Enumerable.Range(0, 5).Select(i => Person(i, business: string.Create(CultureInfo.InvariantCulture, $"+1206{i}"), home: string.Create(CultureInfo.InvariantCulture, $"+1207{i}")))];
        var task = Task(people) with { Windows = [.. Enumerable.Range(0, 100).Select(i => new Window(Noon + Duration.FromDays(i), Noon + Duration.FromDays(i) + Duration.FromHours(1)))] };
        var planner = new PlannerSettings { Retries = 500, ReattemptOn = ReattemptOn.Busy };
        List<PastAttempt> history = [];
        for (var i = 0; i < 3_000; i++)
        {
            var contact = i / 3 % 5;
            var phone = (PhoneType)(i % 3);
            history.Add(new(Guid.Empty, i + 1, (i / 15) + 1, contact, phone, people[contact].Number(phone)!, Noon, Noon, DeliveryResult.Busy));
        }

        Soon(() => Planner.Next(task, history, Facts(planner), Noon)).ShouldBeAttempt().Candidate.Loop.ShouldBe(201);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:58Z")]
    [InlineData("-9998-01-01T00:00:00Z")]
    public void The_ends_of_time_are_no_special_case(string now)
    {
        var facts = Facts(new() { DefaultZone = "Pacific/Apia", Quiet = ForMobile(Quiet("21:00", "08:00")), Limits = new(new(1, 1, 1), new(1, 1, 1), new(1, 1, 1)) });
        Planner.Next(Task() with { Windows = [new(Instant.MinValue, Instant.MaxValue)] }, [], facts, At(now)).ShouldNotBeNull();
    }

    private static NextStep Soon(Func<NextStep> plan)
    {
        plan();
        var watch = Stopwatch.StartNew();
        var step = plan();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
        return step;
    }
}
