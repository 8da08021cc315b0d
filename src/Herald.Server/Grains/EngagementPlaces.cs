using System.Buffers.Binary;
using Orleans.Runtime;

namespace Herald.Server.Grains;

/// <summary>Which process an engagement belongs to, in this process's view of the membership.</summary>
internal sealed class EngagementPlaces(IClusterMembershipService membership, ILocalSiloDetails here)
{
    public bool IsHere(Guid engagementId)
    {
        SiloAddress[] active = [.. membership.CurrentSnapshot.Members.Values.Where(member => member.Status == SiloStatus.Active).Select(member => member.SiloAddress)];
        return active.Length == 0 || Preferred(engagementId, active).Equals(here.SiloAddress);
    }

    /// <summary>The highest weight wins; the same on every process.</summary>
    public static SiloAddress Preferred(Guid engagementId, IReadOnlyCollection<SiloAddress> silos) =>
        silos.OrderByDescending(silo => Weight(engagementId, silo)).ThenBy(silo => silo).First();

    private static ulong Weight(Guid engagementId, SiloAddress silo)
    {
        Span<byte> bytes = stackalloc byte[16];
        engagementId.TryWriteBytes(bytes);
        var mixed = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ ((ulong)(uint)silo.GetConsistentHashCode() * 0x9E3779B97F4A7C15);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
