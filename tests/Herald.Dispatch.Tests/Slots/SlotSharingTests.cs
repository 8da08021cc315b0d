using CsCheck;
using Herald.Core.Engagements;
using Herald.Dispatch.Slots;

namespace Herald.Dispatch.Tests.Slots;

public class SlotSharingTests
{
    private static readonly Gen<(EngagementPriority, int)[]> Wants =
        Gen.Select(Gen.OneOf(Gen.Const(EngagementPriority.Critical), Gen.Const(EngagementPriority.High), Gen.Const(EngagementPriority.Normal)), Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 600])).Array[0, 6];

    [Fact]
    public void Never_more_than_there_is_or_than_wanted_and_nothing_is_left_while_somebody_wants() =>
        Gen.Select(Gen.Int[0, 700], Wants).Sample((free, wants) =>
        {
            var shares = SlotSharing.Share(free, wants);
            shares.Sum().ShouldBe(Math.Min(free, wants.Sum(want => want.Item2)));
            for (var i = 0; i < wants.Length; i++)
                shares[i].ShouldBeInRange(0, wants[i].Item2);
        });

    [Fact]
    public void A_lower_priority_gets_nothing_while_a_higher_one_lacks() =>
        Gen.Select(Gen.Int[0, 700], Wants).Sample((free, wants) =>
        {
            var shares = SlotSharing.Share(free, wants);
            for (var i = 0; i < wants.Length; i++)
                for (var j = 0; j < wants.Length; j++)
                    if (wants[i].Item1 < wants[j].Item1 && shares[i] < wants[i].Item2)
                        shares[j].ShouldBe(0);
        });

    [Fact]
    public void Equal_ones_differ_by_one_at_most_unless_one_wants_less() =>
        Gen.Select(Gen.Int[0, 700], Gen.Int[1, 300].Array[2, 6]).Sample((free, wanted) =>
        {
            var shares = SlotSharing.Share(free, [.. wanted.Select(want => (EngagementPriority.Normal, want))]);
            for (var i = 0; i < wanted.Length; i++)
                for (var j = 0; j < wanted.Length; j++)
                    if (shares[i] < wanted[i])
                        (shares[j] - shares[i]).ShouldBeLessThanOrEqualTo(1);
        });
}
