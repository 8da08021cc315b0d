using Herald.Core.Engagements;
using Herald.Dispatch.Slots;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Dispatch.Tests.Slots;

public sealed class ProfileSlotsTests : IAsyncDisposable
{
    private static readonly Guid One = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Two = new("00000000-0000-0000-0000-000000000002");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly StubChannel channel = new() { FreeSlots = 10 };
    private readonly TransportLoad load = new();
    private readonly ProfileSlots slots;
    private int signals;

    public ProfileSlotsTests() => slots = new ProfileSlots(channel, load, time, most: 500);

    [Fact]
    public void Takes_what_the_channel_offers_and_not_what_is_taken_already()
    {
        Take(One, cap: 500).ShouldBe(10);
        Take(Two, cap: 500).ShouldBe(0);
    }

    [Fact]
    public void The_cap_counts_what_runs()
    {
        Take(One, cap: 4).ShouldBe(4);
        slots.Settle(One, taken: 4, handedOver: 4, units: 4, hungry: true);
        Take(One, cap: 4).ShouldBe(0);
        load.Settle(1);
        slots.Ended(One, 1);
        signals.ShouldBe(1);
        Take(One, cap: 4).ShouldBe(1);
    }

    [Fact]
    public void A_slot_that_comes_back_goes_to_the_higher_priority()
    {
        Take(One, cap: 500, EngagementPriority.Normal).ShouldBe(10);
        Take(Two, cap: 500, EngagementPriority.Critical).ShouldBe(0);
        channel.FreeSlots = 0;
        slots.Settle(One, taken: 10, handedOver: 10, units: 10, hungry: true);
        channel.FreeSlots = 3;
        slots.Distribute();
        Take(One, cap: 500).ShouldBe(0);
        Take(Two, cap: 500, EngagementPriority.Critical).ShouldBe(3);
    }

    [Fact]
    public void Equal_engagements_take_turns_on_a_single_slot()
    {
        channel.FreeSlots = 0;
        Take(One, cap: 500);
        Take(Two, cap: 500);
        var turns = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            channel.FreeSlots = 1;
            slots.Distribute();
            var turn = Take(One, cap: 500) == 1 ? One : Two;
            if (turn == Two)
                Take(Two, cap: 500).ShouldBe(1);
            turns.Add(turn);
            channel.FreeSlots = 0;
            slots.Settle(turn, taken: 1, handedOver: 1, units: 1, hungry: true);
            slots.Ended(turn, 1);
            load.Settle(1);
        }

        turns.ShouldBe([One, Two, One, Two, One, Two]);
    }

    [Fact]
    public void A_rate_gives_a_token_a_tick_and_signals_when_the_next_is_there()
    {
        channel.FreeSlots = 100;
        slots.SetRate(10);
        Take(One, cap: 500).ShouldBe(1);
        slots.Settle(One, taken: 1, handedOver: 1, units: 1, hungry: true);
        Take(One, cap: 500).ShouldBe(0);
        time.Advance(TimeSpan.FromMilliseconds(101));
        signals.ShouldBe(1);
        Take(One, cap: 500).ShouldBe(1);
    }

    [Fact]
    public void Unused_slots_and_tokens_come_back()
    {
        slots.SetRate(100);
        Take(One, cap: 500).ShouldBe(10);
        slots.Settle(One, taken: 10, handedOver: 0, units: 0, hungry: false);
        Take(Two, cap: 500).ShouldBe(10);
    }

    [Fact]
    public void A_down_channel_gives_nothing_and_signals_when_it_is_back()
    {
        channel.FreeSlots = 0;
        Take(One, cap: 500).ShouldBe(0);
        channel.FreeSlots = 5;
        channel.Appear();
        signals.ShouldBe(1);
        Take(One, cap: 500).ShouldBe(5);
    }

    [Fact]
    public void Ends_that_are_not_durable_keep_their_slots()
    {
        load.Settle(4);
        Take(One, cap: 500).ShouldBe(6);
    }

    public ValueTask DisposeAsync()
    {
        slots.Dispose();
        return channel.DisposeAsync();
    }

    private int Take(Guid engagement, int cap, EngagementPriority priority = EngagementPriority.Normal) =>
        slots.Take(engagement, priority, cap, () => signals++);
}
