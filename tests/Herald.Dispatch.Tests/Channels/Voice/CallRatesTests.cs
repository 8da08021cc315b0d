using Herald.Dispatch.Channels.Voice;
using Microsoft.Extensions.Time.Testing;

namespace Herald.Dispatch.Tests.Channels.Voice;

public sealed class CallRatesTests
{
    [Fact]
    public void Rates_are_of_the_last_seconds_and_minutes()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var rates = new CallRates(time);
        (rates.PerSecond, rates.AnswerRatio).ShouldBe((0, null));
        for (var i = 0; i < 50; i++)
        {
            rates.Started();
            rates.Over(answered: i % 5 == 0);
            time.Advance(TimeSpan.FromMilliseconds(200));
        }

        (rates.PerSecond, rates.AnswerRatio).ShouldBe((4.5, 0.2));
        time.Advance(TimeSpan.FromSeconds(20));
        (rates.PerSecond, rates.AnswerRatio).ShouldBe((0, 0.2));
        time.Advance(TimeSpan.FromMinutes(5));
        rates.AnswerRatio.ShouldBeNull();
        rates.Over(answered: true);
        rates.AnswerRatio.ShouldBe(1);
    }
}
