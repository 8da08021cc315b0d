using Herald.Core.Deliveries;
using Herald.Core.Engagements;
using Herald.Server.Actions.Tasks;
using Herald.Store.Reporting;
using NodaTime;

namespace Herald.Server.Tests.Actions;

/// <summary>contactChainingStatus at every step of a chain of two people, two loops.</summary>
public sealed class ChainStatusTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);
    private static readonly PlannerSettings Planner = new() { Phones = [PhoneType.Business, PhoneType.Mobile], Retries = 1 };

    private static readonly DeliveryTask Chain = new()
    {
        Id = Guid.NewGuid(),
        EngagementId = Guid.NewGuid(),
        Channel = Channel.Voice,
        AcceptedAt = Noon,
        Windows = [new Window(Noon, Noon + Duration.FromHours(1))],
        Contacts =
        [
            new Contact { UniqueIdentifier = "a", MobilePhone = "+15550101", BusinessPhone = "+15550102", HomePhone = "+15550103" },
            new Contact { UniqueIdentifier = "b", MobilePhone = "+15550104", BusinessPhone = "+15550104" },
        ],
    };

    [Fact]
    public void Before_the_first_attempt()
    {
        var status = ChainStatus.Of(View(DeliveryStatus.Pending), Planner, NoOptOuts);
        (status.Loop, status.Last, status.PhoneIndex).ShouldBe((0, null, 0));
        (status.Contacts, status.PhonesInContact, status.PhonesInChain).ShouldBe((2, 3, 5));
        // The home number is of no selected type; the number in two fields is tried once.
        (status.EligibleInContact, status.EligibleInChain).ShouldBe((2, 3));
        (status.LoopsExhausted, status.ChainExhausted).ShouldBe((false, false));
    }

    [Fact]
    public void An_opted_out_number_is_not_eligible()
    {
        var status = ChainStatus.Of(View(DeliveryStatus.Pending), Planner, new HashSet<string> { "+15550101" });
        (status.EligibleInContact, status.EligibleInChain, status.PhonesInChain).ShouldBe((1, 2, 5));
    }

    [Fact]
    public void The_second_number_in_the_planner_s_order()
    {
        var status = ChainStatus.Of(View(DeliveryStatus.Pending, (1, 0, PhoneType.Business, DeliveryResult.InvalidAddress), (1, 0, PhoneType.Mobile, DeliveryResult.Busy)), Planner, NoOptOuts);
        (status.Loop, status.PhoneIndex, status.EligibleInContact, status.EligibleInChain).ShouldBe((1, 1, 1, 2));
        status.LoopsExhausted.ShouldBeFalse();
    }

    [Fact]
    public void The_next_contact()
    {
        var status = ChainStatus.Of(View(DeliveryStatus.InProcess, (1, 0, PhoneType.Mobile, DeliveryResult.Busy), (1, 1, PhoneType.Business, null)), Planner, NoOptOuts);
        (status.Last!.Contact, status.PhoneIndex, status.PhonesInContact, status.EligibleInContact).ShouldBe((1, 0, 2, 1));
    }

    [Fact]
    public void The_last_loop_and_the_end()
    {
        var last = (2, 0, PhoneType.Mobile, (DeliveryResult?)DeliveryResult.NoAnswer);
        ChainStatus.Of(View(DeliveryStatus.Pending, last), Planner, NoOptOuts).LoopsExhausted.ShouldBeTrue();
        ChainStatus.Of(View(DeliveryStatus.Pending, last), Planner, NoOptOuts).ChainExhausted.ShouldBeFalse();
        ChainStatus.Of(View(DeliveryStatus.Complete, last), Planner, NoOptOuts).ChainExhausted.ShouldBeTrue();
        ChainStatus.Of(View(DeliveryStatus.Complete, last) with { CustomerReached = true }, Planner, NoOptOuts).ChainExhausted.ShouldBeFalse();
        ChainStatus.Of(View(DeliveryStatus.Complete, (1, 0, PhoneType.Mobile, DeliveryResult.Unknown)), Planner, NoOptOuts).ChainExhausted.ShouldBeFalse();
    }

    [Fact]
    public void Messages_go_to_mobile_numbers_once()
    {
        var text = View(DeliveryStatus.Pending, (1, 0, PhoneType.Mobile, DeliveryResult.NotDelivered));
        var status = ChainStatus.Of(text with { Task = Chain with { Channel = Channel.Sms } }, Planner, NoOptOuts);
        (status.EligibleInChain, status.PhoneIndex, status.LoopsExhausted).ShouldBe((2, 0, true));
    }

    private static IReadOnlySet<string> NoOptOuts => Herald.Core.Planning.Facts.EmptyNumbers;

    private static TaskView View(DeliveryStatus status, params (int Loop, int Contact, PhoneType Phone, DeliveryResult? Result)[] attempts) => new(
        Chain, status, false, false, [],
        [.. attempts.Select((attempt, index) => new PastAttempt(Guid.NewGuid(), index + 1, attempt.Loop, attempt.Contact, attempt.Phone, Chain.Contacts[attempt.Contact].Number(attempt.Phone)!, Noon, Noon, attempt.Result))]);
}
