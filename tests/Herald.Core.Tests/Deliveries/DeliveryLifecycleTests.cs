using System.Text;
using Herald.Core.Deliveries;

namespace Herald.Core.Tests.Deliveries;

public class DeliveryLifecycleTests
{
    [Fact]
    public void The_page_shows_the_table()
    {
        var page = new StringBuilder("""
            # The life of a delivery

            Printed from `DeliveryLifecycle` by a test; change the table, then run the tests with `HERALD_WRITE_DOCS=1`.
            A delivery is one attempt at one number; an open task has exactly one open delivery, and a reattempt is the next one.
            A move that is not listed does not exist.

            ```mermaid
            stateDiagram-v2

            """);
        foreach (var (state, when) in DeliveryLifecycle.Entries)
            page.Append($"    [*] --> {state}: {when}\n");
        foreach (var pair in DeliveryLifecycle.Moves.GroupBy(move => (move.From, move.To)))
            page.Append($"    {pair.Key.From} --> {pair.Key.To}: {string.Join(", ", pair.Select(move => move.On))}\n");
        page.Append("    Ended --> [*]\n```\n\n");
        page.Append(PrintedPage.Row("from", "on", "to", "status", "result", "note"));
        page.Append(PrintedPage.Row("---", "---", "---", "---", "---", "---"));
        foreach (var move in DeliveryLifecycle.Moves)
            page.Append(PrintedPage.Row($"{move.From}", $"{move.On}", $"{move.To}", $"{move.Status}", string.Join(", ", move.Results), move.Note));
        PrintedPage.ShouldBeAsCommitted("lifecycle.md", page.ToString());
    }

    [Fact]
    public void Every_event_moves_something_and_every_state_is_entered()
    {
        DeliveryLifecycle.Moves.Select(move => move.On).Distinct().ShouldBe(Enum.GetValues<DeliveryLifecycleEvent>(), ignoreOrder: true);
        DeliveryLifecycle.Moves.Select(move => move.To).Distinct().ShouldBe(Enum.GetValues<DeliveryState>(), ignoreOrder: true);
        DeliveryLifecycle.Moves.Select(move => move.From).Distinct().ShouldBe(Enum.GetValues<DeliveryState>(), ignoreOrder: true);
    }

    [Fact]
    public void Every_state_can_reach_its_end()
    {
        var reached = new HashSet<DeliveryState> { DeliveryState.Ended };
        while (DeliveryLifecycle.Moves.Any(move => reached.Contains(move.To) && reached.Add(move.From)))
        {
        }

        reached.Count.ShouldBe(Enum.GetValues<DeliveryState>().Length);
    }

    [Fact]
    public void A_result_is_set_exactly_by_the_end()
    {
        foreach (var move in DeliveryLifecycle.Moves)
            (move.Results.Count > 0).ShouldBe(move.To == DeliveryState.Ended, $"{move.From} on {move.On}");
    }

    [Fact]
    public void Status_words_follow_the_state()
    {
        foreach (var move in DeliveryLifecycle.Moves)
        {
            DeliveryStatus[] words = move.To switch
            {
                DeliveryState.Waiting or DeliveryState.Ready => [DeliveryStatus.Pending],
                DeliveryState.Started or DeliveryState.Sent => [DeliveryStatus.InProcess],
                _ when move.From is DeliveryState.Waiting or DeliveryState.Ready => [DeliveryStatus.Expired, DeliveryStatus.Cancelled, DeliveryStatus.Error],
                _ => [DeliveryStatus.Complete],
            };
            words.ShouldContain(move.Status, $"{move.From} on {move.On}");
        }
    }

    [Fact]
    public void What_was_started_is_never_cancelled_and_goes_back_only_when_nothing_left()
    {
        foreach (var state in (DeliveryState[])[DeliveryState.Started, DeliveryState.Sent, DeliveryState.Ended])
        {
            DeliveryLifecycle.Find(state, DeliveryLifecycleEvent.Cancelled).ShouldBeNull();
            DeliveryLifecycle.Find(state, DeliveryLifecycleEvent.Expired).ShouldBeNull();
            DeliveryLifecycle.Find(state, DeliveryLifecycleEvent.Started).ShouldBeNull();
        }

        DeliveryLifecycle.Moves.Where(move => move.From is DeliveryState.Started or DeliveryState.Sent && move.To is DeliveryState.Waiting or DeliveryState.Ready)
            .ShouldHaveSingleItem().On.ShouldBe(DeliveryLifecycleEvent.NotSent);
    }

    [Fact]
    public void Only_Unknown_is_corrected_and_only_by_a_late_receipt()
    {
        DeliveryLifecycle.Moves.Where(move => move.From == DeliveryState.Ended).ShouldHaveSingleItem().On.ShouldBe(DeliveryLifecycleEvent.LateReceipt);
        bool Allowed(DeliveryResult before, DeliveryResult after) =>
            DeliveryLifecycle.Allows(DeliveryState.Ended, DeliveryLifecycleEvent.LateReceipt, before, after);
        foreach (var before in Enum.GetValues<DeliveryResult>())
        {
            Allowed(before, DeliveryResult.Delivered).ShouldBe(before == DeliveryResult.Unknown);
            Allowed(before, DeliveryResult.NotDelivered).ShouldBe(before == DeliveryResult.Unknown);
        }

        Allowed(DeliveryResult.Unknown, DeliveryResult.LiveAnswer).ShouldBeFalse();
    }

    [Fact]
    public void A_result_must_be_one_the_move_knows()
    {
        DeliveryLifecycle.Allows(DeliveryState.Started, DeliveryLifecycleEvent.Outcome, null, DeliveryResult.Busy).ShouldBeTrue();
        DeliveryLifecycle.Allows(DeliveryState.Started, DeliveryLifecycleEvent.Outcome, null, DeliveryResult.Expired).ShouldBeFalse();
        DeliveryLifecycle.Allows(DeliveryState.Started, DeliveryLifecycleEvent.Outcome, null, null).ShouldBeFalse();
        DeliveryLifecycle.Allows(DeliveryState.Ready, DeliveryLifecycleEvent.Started, null, null).ShouldBeTrue();
        DeliveryLifecycle.Allows(DeliveryState.Waiting, DeliveryLifecycleEvent.Started, null, null).ShouldBeFalse();
    }

    [Fact]
    public void Every_result_is_reached_by_some_move() =>
        DeliveryLifecycle.Moves.SelectMany(move => move.Results).Distinct().ShouldBe(Enum.GetValues<DeliveryResult>(), ignoreOrder: true);
}
