using Herald.Sip.Media;

namespace Herald.Sip.Tests.Media;

public class G711Tests
{
    [Theory]
    [InlineData(Codec.Pcmu, 0, 0xFF)]
    [InlineData(Codec.Pcmu, 32_767, 0x80)]
    [InlineData(Codec.Pcmu, -32_768, 0x00)]
    [InlineData(Codec.Pcma, 0, 0xD5)]
    [InlineData(Codec.Pcma, 32_767, 0xAA)]
    [InlineData(Codec.Pcma, -32_768, 0x2A)]
    public void Known_values_of_the_tables(Codec codec, int sample, int code)
    {
        Span<byte> coded = stackalloc byte[1];
        G711.Encode(codec, [(short)sample], coded);
        coded[0].ShouldBe((byte)code);
    }

    [Theory]
    [InlineData(Codec.Pcmu)]
    [InlineData(Codec.Pcma)]
    public void A_code_decoded_and_coded_again_is_itself_and_errors_stay_small(Codec codec)
    {
        Span<short> sample = stackalloc short[1];
        Span<byte> code = stackalloc byte[1];
        for (var i = 0; i < 256; i++)
        {
            G711.Decode(codec, [(byte)i], sample);
            G711.Encode(codec, sample, code);
            if (!(codec == Codec.Pcmu && i == 0x7F)) // minus zero
                code[0].ShouldBe((byte)i);
        }
        for (var value = -32_768; value < 32_768; value += 7)
        {
            G711.Encode(codec, [(short)value], code);
            G711.Decode(codec, code, sample);
            Math.Abs(sample[0] - value).ShouldBeLessThanOrEqualTo(Math.Max(16, Math.Abs(value) / 16));
        }
    }

    [Fact]
    public void Silence_is_silence()
    {
        Span<byte> coded = stackalloc byte[1];
        G711.Encode(Codec.Pcma, [0], coded);
        coded[0].ShouldBe(G711.Silence(Codec.Pcma));
        G711.Encode(Codec.Pcmu, [0], coded);
        coded[0].ShouldBe(G711.Silence(Codec.Pcmu));
    }
}
