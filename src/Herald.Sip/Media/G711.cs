namespace Herald.Sip.Media;

/// <summary>ITU-T G.711: 16-bit linear samples to 8 bits and back, by table both ways.</summary>
internal static class G711
{
    private static readonly short[] FromMu = Table(DecodeMu);
    private static readonly short[] FromA = Table(DecodeA);
    private static readonly byte[] ToMu = Inverse(EncodeMu);
    private static readonly byte[] ToA = Inverse(EncodeA);

    /// <summary>The byte that is silence.</summary>
    public static byte Silence(Codec codec) => codec == Codec.Pcmu ? (byte)0xFF : (byte)0xD5;

    public static void Encode(Codec codec, ReadOnlySpan<short> samples, Span<byte> into)
    {
        var table = codec == Codec.Pcmu ? ToMu : ToA;
        for (var i = 0; i < samples.Length; i++)
            into[i] = table[(ushort)samples[i]];
    }

    public static void Decode(Codec codec, ReadOnlySpan<byte> bytes, Span<short> into)
    {
        var table = codec == Codec.Pcmu ? FromMu : FromA;
        for (var i = 0; i < bytes.Length; i++)
            into[i] = table[bytes[i]];
    }

    /// <summary>One law's bytes as the other's.</summary>
    public static byte[] Convert(Codec from, ReadOnlySpan<byte> bytes)
    {
        var (samples, codes) = from == Codec.Pcmu ? (FromMu, ToA) : (FromA, ToMu);
        var other = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
            other[i] = codes[(ushort)samples[bytes[i]]];
        return other;
    }

    // Table 2a/G.711: sign, three bits of segment, four of step, all inverted; bias 33 on 14 bits.
    private static short DecodeMu(byte code)
    {
        var bits = ~code & 0xFF;
        var magnitude = ((((bits & 0x0F) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
        return (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    // Table 1a/G.711: even bits inverted.
    private static short DecodeA(byte code)
    {
        var bits = code ^ 0x55;
        var segment = (bits & 0x70) >> 4;
        var magnitude = ((bits & 0x0F) << 4) + 8;
        if (segment > 0)
            magnitude = (magnitude + 0x100) << (segment - 1);
        return (short)((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    private static byte EncodeMu(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), 32_635) + 0x84;
        var segment = int.Log2(magnitude) - 7;
        return (byte)~(sign | (segment << 4) | ((magnitude >> (segment + 3)) & 0x0F));
    }

    private static byte EncodeA(short sample)
    {
        var sign = sample >= 0 ? 0x80 : 0;
        var magnitude = Math.Min(sample >= 0 ? sample : -(sample + 1), 32_767);
        var segment = magnitude < 256 ? 0 : int.Log2(magnitude) - 7;
        var step = segment == 0 ? magnitude >> 4 : (magnitude >> (segment + 3)) & 0x0F;
        return (byte)((sign | (segment << 4) | step) ^ 0x55);
    }

    private static short[] Table(Func<byte, short> decode)
    {
        var table = new short[256];
        for (var i = 0; i < 256; i++)
            table[i] = decode((byte)i);
        return table;
    }

    private static byte[] Inverse(Func<short, byte> encode)
    {
        var table = new byte[65_536];
        for (var i = 0; i < 65_536; i++)
            table[i] = encode((short)(ushort)i);
        return table;
    }
}
