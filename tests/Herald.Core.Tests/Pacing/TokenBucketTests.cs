using CsCheck;
using Herald.Core.Pacing;
using NodaTime;

namespace Herald.Core.Tests.Pacing;

public sealed class TokenBucketTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 24, 12, 0);

    [Fact]
    public void No_interval_sees_more_than_its_rate_and_the_burst() =>
        Gen.Select(Gen.Double[0.5, 200], Gen.Select(Gen.Int[0, 500], Gen.Int[0, 50]).Array[1, 60]).Sample((rate, takes) =>
        {
            var bucket = TokenBucket.Full(rate, Start);
            var now = Start;
            var total = 0;
            foreach (var (milliseconds, wanted) in takes)
            {
                now += Duration.FromMilliseconds(milliseconds);
                bucket = bucket.Take(wanted, now, out var taken);
                taken.ShouldBeInRange(0, wanted);
                total += taken;
                ((double)total).ShouldBeLessThanOrEqualTo(bucket.Burst + ((now - Start).TotalSeconds * rate) + 1e-6);
            }
        });

    [Fact]
    public void A_steady_taker_gets_the_whole_rate()
    {
        var bucket = TokenBucket.Full(10, Start, burst: 1);
        var total = 0;
        for (var now = Start; now < Start + Duration.FromSeconds(60); now = bucket.NextAt(now))
        {
            bucket = bucket.Take(5, now, out var taken);
            total += taken;
        }

        total.ShouldBe(600);
    }

    [Fact]
    public void A_clock_that_steps_back_gives_nothing_and_goes_on()
    {
        var bucket = TokenBucket.Full(1, Start, burst: 1).Take(1, Start, out _);
        bucket = bucket.Take(1, Start - Duration.FromHours(1), out var taken);
        taken.ShouldBe(0);
        bucket.Take(1, Start - Duration.FromHours(1) + Duration.FromSeconds(1), out taken);
        taken.ShouldBe(1);
    }

    [Fact]
    public void Returned_tokens_can_be_taken_again()
    {
        var bucket = TokenBucket.Full(1, Start, burst: 3).Take(3, Start, out _).Return(2);
        bucket.Take(5, Start, out var taken);
        taken.ShouldBe(2);
    }
}
