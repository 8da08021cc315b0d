using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Core.Planning;
using Herald.Dispatch.Channels.Simulated;
using Herald.Store.Queue;
using Herald.Store.Settings;
using Herald.Testing;
using NodaTime;

namespace Herald.Dispatch.Tests.Engine;

/// <summary>Presets that leave people alone, policies that end what is queued.</summary>
public partial class PassTests
{
    [Fact]
    public async Task After_a_conversation_a_preset_leaves_the_person_alone_for_its_days()
    {
        var engagement = Make.Engagement() with { Presets = ["us-cfpb-debt"] };
        var person = Make.Contact() with { TimeZone = "America/New_York" };
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: person));
        await rig.PassAllAsync(engagement);
        rig.Advance(Duration.FromMinutes(2));
        await rig.Store.Watch.UntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        rig.Store.Watch.Finished.Single().Outcome.Result.ShouldBe(DeliveryResult.LiveAnswer);

        await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromDays(10), contacts: person));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(1);
        // The eighth day, when the hours of the person's zone begin.
        (await rig.Store.Queue.NextCheckAsync(engagement.Id, default)).ShouldBe(Instant.FromUtc(2026, 6, 8, 12, 0));
    }

    [Fact]
    public async Task After_a_machine_a_preset_leaves_the_number_alone_for_a_day()
    {
        var engagement = Make.Engagement() with { Presets = ["UK-Ofcom"], Planner = new PlannerSettings { Retries = 1, ReattemptOn = ReattemptOn.AnsweringMachine } };
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromDays(3), contacts: Make.Contact("+442079460900")));
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        var ended = rig.Store.Watch.Finished.Single();

        ended.Outcome.Result.ShouldBe(DeliveryResult.AnsweringMachine);
        ended.Next.ShouldBeOfType<NextStep.Wait>().Until.ShouldBeInRange(ended.Outcome.EndedAt + Duration.FromHours(24) - Duration.FromMilliseconds(1), ended.Outcome.EndedAt + Duration.FromHours(24));
        rig.Advance(Duration.FromHours(25));
        await rig.PassAllAsync(engagement);
        rig.Store.Watch.Started.Count.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_refusal_a_preset_leaves_the_person_alone()
    {
        var engagement = Make.Engagement() with { Presets = ["fr"] };
        var person = Make.Contact("+33123450100") with { TimeZone = "Europe/Paris" };
        await using var rig = await RigAsync(null, engagement);
        await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: person));
        await rig.PassAllAsync(engagement);
        await rig.MoveUntilAsync(() => rig.Store.Watch.Finished.Count == 1);
        await rig.WriteAsync("update delivery set disposition_codes = '\"Wrong day\",\"not interested\"'");

        await rig.AcceptAsync(Make.Task(engagement, rig.Now, closes: Duration.FromDays(90), contacts: person));
        await rig.PassAllAsync(engagement);

        rig.Store.Watch.Started.Count.ShouldBe(1);
        (await rig.Store.Queue.NextCheckAsync(engagement.Id, default))!.Value.ShouldBeGreaterThan(Instant.FromUtc(2026, 7, 31, 22, 0));
    }

    [Fact]
    public async Task A_policy_ends_what_is_queued_also_of_a_suspended_engagement_and_says_which_it_was()
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var covered = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2), Make.Contact() with { Country = "us", State = "WA" }));
        var ready = await rig.AcceptAsync(Make.Task(engagement, rig.Now, contacts: Make.Contact() with { Country = "US", State = "wa " }));
        var other = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2), Make.Contact() with { Country = "US", State = "OR" }));
        var chain = await rig.AcceptAsync(Make.Task(engagement, rig.Now, opens: Duration.FromHours(1), closes: Duration.FromHours(2),
            Make.Contact() with { Country = "US", State = "WA" }, Make.Contact("+15550101") with { Country = "US", State = "OR" }));
        await SuspendAsync(rig, engagement, true);
        rig.Advance(Duration.FromSeconds(1));
        var policy = new CancellationPolicy(Guid.NewGuid(), engagement.Id, rig.Now, null, ["US"], ["WA"], []);
        rig.Store.Set(rig.Store.Current with { Policies = new Dictionary<Guid, IReadOnlyList<CancellationPolicy>> { [engagement.Id] = [policy] } });

        await rig.MoveUntilAsync(() => rig.Store.Watch.Looks.Count >= 3);

        foreach (var task in new[] { covered, ready })
        {
            var view = (await rig.Store.Tasks.ReadAsync(task.Id, default))!;
            (view.Status, view.Deliveries.Single().ReasonCode).ShouldBe((DeliveryStatus.Cancelled, ReasonCode.Policy));
            (await rig.PolicyOfAsync(task.Id)).ShouldBe(policy.Id);
        }

        (await rig.Store.Tasks.ReadAsync(other.Id, default))!.Status.ShouldBe(DeliveryStatus.Pending);
        (await rig.Store.Tasks.ReadAsync(chain.Id, default))!.Status.ShouldBe(DeliveryStatus.Pending);
        (await rig.Store.Backlog.ReadOpenAsync(Guid.Empty, 10, default)).Single(row => row.TaskId == chain.Id).Contact.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_arrives_under_a_policy_with_an_end_date_ends_at_once_and_without_one_is_attempted(bool dated)
    {
        var engagement = Make.Engagement();
        await using var rig = await RigAsync(null, engagement);
        var policy = new CancellationPolicy(Guid.NewGuid(), engagement.Id, rig.Now, dated ? rig.Now + Duration.FromDays(1) : null, [], [], []);
        rig.Store.Set(rig.Store.Current with { Policies = new Dictionary<Guid, IReadOnlyList<CancellationPolicy>> { [engagement.Id] = [policy] } });
        await rig.Engine.Settings.RefreshAsync(default);
        rig.Advance(Duration.FromMinutes(1));

        var task = await rig.AcceptAsync(Make.Task(engagement, rig.Now));

        (await rig.Store.Tasks.ReadAsync(task.Id, default))!.Status.ShouldBe(dated ? DeliveryStatus.Cancelled : DeliveryStatus.Pending);
        (await rig.PolicyOfAsync(task.Id)).ShouldBe(dated ? policy.Id : null);
    }
}
