using CsCheck;
using Herald.Dispatch.Slots;
using NodaTime;

namespace Herald.Dispatch.Tests.Slots;

public class TokenBucketTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 12, 0);

    [Fact]
    public void No_second_sees_more_than_the_rate_and_a_tenth() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 40].Array[20, 200]).Sample((rate, pauses) =>
        {
            var bucket = TokenBucket.Full(rate, Noon);
            var now = Noon;
            var taken = new List<Instant>();
            foreach (var pause in pauses)
            {
                now += Duration.FromMilliseconds(pause);
                bucket = bucket.Refilled(now);
                for (; bucket.Whole > 0; bucket = bucket.Less(1))
                    taken.Add(now);
            }

            foreach (var from in taken)
                taken.Count(at => from <= at && at < from + Duration.FromSeconds(1)).ShouldBeLessThanOrEqualTo((int)Math.Ceiling(rate + Math.Max(1, rate / 10.0)));
        });

    [Fact]
    public void A_long_message_overdraws_and_the_next_waits_for_it()
    {
        var bucket = TokenBucket.Full(10, Noon).Less(5);
        bucket.Whole.ShouldBe(0);
        bucket.NextUnitAt.ShouldBe(Noon + Duration.FromMilliseconds(500));
        bucket.Refilled(bucket.NextUnitAt).Whole.ShouldBe(1);
    }
}
