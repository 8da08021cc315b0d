using CsCheck;
using Herald.Sip.Media;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Media;

public class WavTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        using var folder = new TempFolder();
        var tone = Tones.Tone(440, 300);
        Wav.Write(folder["a.wav"], tone);
        Wav.Read(folder["a.wav"]).ShouldBe(tone);
    }

    [Fact]
    public void Other_rates_and_channels_are_refused_and_the_mend_is_said()
    {
        var header = Wav.Header(channels: 2, 4);
        Should.Throw<WavException>(() => Wav.Parse([.. header, 0, 0, 0, 0])).Message.ShouldContain("8000 Hz, 16 bits, 2 channel(s); it has to be");
        header = Wav.Header(channels: 1, 0);
        header[24] = 0x22;
        header[25] = 0x56;
        Should.Throw<WavException>(() => Wav.Parse(header)).Message.ShouldContain("22050 Hz");
        Should.Throw<WavException>(() => Wav.Parse("ID3 something"u8)).Message.ShouldContain("Not a WAV");
    }

    [Fact]
    public void Mangled_files_are_refused_or_read_and_never_break_anything()
    {
        byte[] good = [.. Wav.Header(1, 8), 1, 2, 3, 4, 5, 6, 7, 8];
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Array[1, 6].Sample(cuts =>
        {
            var bytes = good.ToArray();
            foreach (var (at, value) in cuts)
                bytes[at] = value;
            try
            {
                Wav.Parse(bytes);
            }
            catch (WavException)
            {
                // told
            }
        }, iter: 20_000);
    }
}
