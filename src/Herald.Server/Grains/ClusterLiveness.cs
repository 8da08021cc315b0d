using Herald.Dispatch.Rescue;
using Herald.Store;
using Orleans.Runtime;

namespace Herald.Server.Grains;

/// <summary>Owners are dead when the membership, read after their rows, does not show their silo as alive.</summary>
internal sealed class ClusterLiveness(IHeraldStore store, IClusterMembershipService membership, ILocalSiloDetails here) : ILiveness
{
    public int Processes => Math.Max(1, membership.CurrentSnapshot.Members.Values.Count(member => member.Status == SiloStatus.Active));

    public async Task<IReadOnlySet<Guid>> DeadAsync(IReadOnlyCollection<Guid> owners, CancellationToken ct)
    {
        var addresses = await store.Settings.ReadInstancesAsync(ct);
        await membership.Refresh(cancellationToken: ct);
        var view = membership.CurrentSnapshot;
        return owners.Where(owner => !addresses.TryGetValue(owner, out var address) || IsDead(SiloAddress.FromParsableString(address), view)).ToHashSet();
    }

    // Another instance with our own address is a predecessor of the same second. No entry at all: it died long ago and was cleaned up.
    private bool IsDead(SiloAddress silo, ClusterMembershipSnapshot view) =>
        silo.Equals(here.SiloAddress)
        || view.GetSiloStatus(silo) is not (SiloStatus.Active or SiloStatus.Joining or SiloStatus.ShuttingDown or SiloStatus.Stopping);
}
