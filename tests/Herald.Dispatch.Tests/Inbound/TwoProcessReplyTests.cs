using Herald.Testing;

namespace Herald.Dispatch.Tests.Inbound;

/// <summary>Two engines on one PostgreSQL hear the same people.</summary>
public sealed class TwoProcessReplyTests
{
    private const int People = 40;

    [Fact]
    public async Task However_often_and_wherever_stop_is_said_one_confirmation_leaves()
    {
        var time = InboundRig.Clock();
        await using var place = await StoreUnderTest.Postgres(time);
        await using var other = await place.OpenAnotherAsync();
        await using var first = await InboundRig.StartAsync(place.Store, time);
        await using var second = await InboundRig.StartAsync(other, time, first.Engagement);
        InboundRig[] rigs = [first, second];
        var numbers = Enumerable.Range(0, People).Select(i => $"+1555700{i:d4}").ToList();
        await Task.WhenAll(numbers.SelectMany(number => Enumerable.Range(0, 6).Select(i => rigs[i % 2].Channel.MessageAsync(number, "Stop", first.Now))));
        await InboundRig.UntilAsync(async () => await place.ReadAsync("select count(*) from owed_answer") == 0);
        var answers = rigs.SelectMany(rig => rig.Channel.Answers).Select(answer => answer.To).ToList();
        answers.ShouldBeUnique();
        answers.ShouldBe(numbers, ignoreOrder: true);
        (await place.ReadAsync("select count(*) from consent")).ShouldBe(People);
    }
}
