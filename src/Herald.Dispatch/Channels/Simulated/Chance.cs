using System.Buffers.Binary;

namespace Herald.Dispatch.Channels.Simulated;

/// <summary>Chance that a delivery id decides: the same attempt meets the same person, whatever runs beside it.</summary>
internal readonly struct Chance(Guid id, int draw)
{
    /// <summary>In [0, 1).</summary>
    public double Value
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            id.TryWriteBytes(bytes);
            var mixed = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) ^ (ulong)draw * 0x9E3779B97F4A7C15;
            // splitmix64's finaliser: neighbouring ids are far apart.
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
        }
    }

    public double Between(double least, double most) => least + Value * (most - least);
}
