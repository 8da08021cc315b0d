using System.Net;
using Herald.Server.Grains;
using Orleans.Runtime;

namespace Herald.Server.Tests.Grains;

public class EngagementPlacesTests
{
    private static readonly SiloAddress[] Silos = [.. Enumerable.Range(1, 4).Select(i => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11_110 + i), 1_000 + i))];
    private static readonly Guid[] Engagements = [.. Enumerable.Range(0, 4_000).Select(_ => Guid.NewGuid())];

    [Fact]
    public void Engagements_are_spread_evenly()
    {
        foreach (var group in Engagements.GroupBy(engagement => EngagementPlaces.Preferred(engagement, Silos)))
            group.Count().ShouldBeInRange(850, 1_150);
    }

    [Fact]
    public void The_order_in_which_silos_are_known_says_nothing() =>
        Engagements.ShouldAllBe(engagement => EngagementPlaces.Preferred(engagement, Silos).Equals(EngagementPlaces.Preferred(engagement, Silos.Reverse().ToArray())));

    [Fact]
    public void A_silo_that_leaves_moves_only_its_own_engagements()
    {
        foreach (var engagement in Engagements)
        {
            var before = EngagementPlaces.Preferred(engagement, Silos);
            if (!before.Equals(Silos[0]))
                EngagementPlaces.Preferred(engagement, Silos[1..]).ShouldBe(before);
        }
    }
}
