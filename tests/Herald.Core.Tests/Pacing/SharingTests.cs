using CsCheck;
using Herald.Core.Engagements;
using Herald.Core.Pacing;

namespace Herald.Core.Tests.Pacing;

public sealed class SharingTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 8).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static readonly Gen<Claim[]> Claims = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 30]).Array[1, 8]
        .Select(list => list.Select((claim, i) => new Claim(Ids[i], (EngagementPriority)claim.Item1, claim.Item2)).ToArray());

    [Fact]
    public void Nobody_gets_more_than_wanted_and_nothing_is_left_while_somebody_wants() =>
        Gen.Select(Claims, Gen.Int[0, 120]).Sample((claims, slots) =>
        {
            var (granted, _) = Sharing.Divide(slots, claims, default);
            foreach (var claim in claims)
                granted.GetValueOrDefault(claim.EngagementId).ShouldBeInRange(0, claim.Wanted);
            granted.Values.Sum().ShouldBe(Math.Min(slots, claims.Sum(claim => claim.Wanted)));
        });

    [Fact]
    public void A_lower_priority_gets_nothing_before_a_higher_one_has_all() =>
        Gen.Select(Claims, Gen.Int[0, 120]).Sample((claims, slots) =>
        {
            var (granted, _) = Sharing.Divide(slots, claims, default);
            foreach (var higher in claims.Where(claim => granted.GetValueOrDefault(claim.EngagementId) < claim.Wanted))
                claims.Where(claim => claim.Priority > higher.Priority).ShouldAllBe(claim => !granted.ContainsKey(claim.EngagementId));
        });

    [Fact]
    public void Equal_ones_differ_by_one_slot_at_most() =>
        Gen.Select(Claims, Gen.Int[0, 120]).Sample((claims, slots) =>
        {
            var (granted, _) = Sharing.Divide(slots, claims, default);
            foreach (var short1 in claims.Where(claim => granted.GetValueOrDefault(claim.EngagementId) < claim.Wanted))
            {
                foreach (var other in claims.Where(claim => claim.Priority == short1.Priority))
                    (granted.GetValueOrDefault(other.EngagementId) - granted.GetValueOrDefault(short1.EngagementId)).ShouldBeLessThanOrEqualTo(1);
            }
        });

    [Fact]
    public void Turns_are_fair_over_single_slots()
    {
        Claim[] claims = [.. Ids.Take(3).Select(id => new Claim(id, EngagementPriority.Normal, 100))];
        var turn = default(Turn);
        var served = new List<Guid>();
        for (var i = 0; i < 300; i++)
        {
            (var granted, turn) = Sharing.Divide(1, claims, turn);
            served.Add(granted.Keys.Single());
        }

        served.GroupBy(id => id).Select(group => group.Count()).ShouldBe([100, 100, 100]);
        served.Take(4).ShouldBe([Ids[0], Ids[1], Ids[2], Ids[0]]);
    }

    [Fact]
    public void Uneven_shares_even_out_in_the_next_turn()
    {
        Claim[] claims = [.. Ids.Take(2).Select(id => new Claim(id, EngagementPriority.High, 100))];
        var (first, turn) = Sharing.Divide(3, claims, default);
        var (second, _) = Sharing.Divide(3, claims, turn);
        foreach (var id in Ids.Take(2))
            (first[id] + second[id]).ShouldBe(3);
    }
}
