using System.Text;

namespace Herald.Audit.Log;

/// <summary>One string for a text that comes again and again: zones, countries, reasons. Bounded; used by one thread.</summary>
internal sealed class TextPool
{
    private const int Places = 4_096;
    private readonly (byte[] Bytes, string Text)[] places = new (byte[], string)[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        ref var place = ref places[Place(utf8)];
        if (place.Bytes is null || !utf8.SequenceEqual(place.Bytes))
            place = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return place.Text;
    }

    // FNV-1a: who meets another in its place takes it.
    private static uint Place(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var letter in utf8)
            hash = (hash ^ letter) * 16777619u;
        return hash % Places;
    }
}
