using CsCheck;
using Herald.Sip.Media;
using Herald.Sip.Tests.Progress;

namespace Herald.Sip.Tests.Media;

public class DtmfTests(SpokenText spoken) : IClassFixture<SpokenText>
{
    [Fact]
    public void Keys_sent_are_keys_received_whatever_is_lost_doubled_or_swapped() =>
        Gen.Select(Gen.Int[0, 15].Array[1, 8], Gen.Int[0, 5].Array[100]).Sample((indices, faults) =>
        {
            var digits = string.Concat(indices.Select(i => DtmfDigits.All[i]));
            var packets = Send(digits);
            var wire = new List<(uint, byte[])>();
            for (var i = 0; i < packets.Count; i++)
                switch (faults[i % faults.Length])
                {
                    case 0 when i % 8 != 0: // lost, but never a whole press
                        break;
                    case 1:
                        wire.Add(packets[i]);
                        wire.Add(packets[i]);
                        break;
                    default:
                        wire.Add(packets[i]);
                        break;
                }
            for (var i = 1; i < wire.Count; i++)
                if (faults[i % faults.Length] == 2)
                    (wire[i - 1], wire[i]) = (wire[i], wire[i - 1]);
            var receiver = new DtmfReceiver();
            string.Concat(wire.Select(packet => receiver.Add(packet.Item1, packet.Item2)).Where(key => key is not null)).ShouldBe(digits);
        }, iter: 2_000);

    [Fact]
    public void A_press_is_eight_packets_of_one_timestamp_the_last_three_its_end()
    {
        var packets = Send("5");
        packets.Count.ShouldBe(8);
        packets.Select(packet => packet.Item1).Distinct().Count().ShouldBe(1);
        packets.Select(packet => packet.Item2[1] >> 7).ShouldBe([0, 0, 0, 0, 0, 1, 1, 1]);
        packets.Select(packet => DtmfReceiver.Duration(packet.Item2)).ShouldBe([160, 320, 480, 640, 800, 800, 800, 800]);
    }

    [Theory]
    [InlineData(new byte[] { 16, 0, 0, 0 })] // flash, not a key
    [InlineData(new byte[] { 255, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0 })]
    [InlineData(new byte[0])]
    public void Other_events_and_short_payloads_are_no_keys(byte[] payload) => new DtmfReceiver().Add(1, payload).ShouldBeNull();

    [Theory]
    [InlineData(Codec.Pcmu)]
    [InlineData(Codec.Pcma)]
    public void Tones_are_keys_one_each(Codec codec)
    {
        var sender = new DtmfSender();
        _ = sender.Enqueue(DtmfDigits.All + "11");
        var keys = new ToneKeys();
        var found = "";
        var frame = new short[Pcm.FrameSamples];
        var line = new byte[Pcm.FrameSamples];
        while (sender.IsBusy)
        {
            Array.Clear(frame);
            sender.NextTone(frame);
            G711.Encode(codec, frame, line);
            G711.Decode(codec, line, frame);
            found += keys.Add(frame);
        }
        found.ShouldBe(DtmfDigits.All + "11");
    }

    [Fact]
    public async Task Speech_is_no_key()
    {
        var keys = new ToneKeys();
        foreach (var voice in new[] { "en-us", "de", "fr", "en-us+f3" })
        {
            var speech = await spoken.SayAsync("The quick brown fox jumps over the lazy dog, and one two three four five six seven eight nine ten people saw it.", voice);
            for (var at = 0; at + Pcm.FrameSamples <= speech.Length; at += Pcm.FrameSamples)
                keys.Add(speech.AsSpan(at, Pcm.FrameSamples)).ShouldBeNull();
        }
    }

    private static List<(uint, byte[])> Send(string digits)
    {
        var sender = new DtmfSender();
        _ = sender.Enqueue(digits);
        var packets = new List<(uint, byte[])>();
        for (var now = 0u; sender.IsBusy; now += Pcm.FrameSamples)
        {
            var payload = new byte[4];
            if (sender.Next(now, payload, out var timestamp, out _))
                packets.Add((timestamp, payload));
        }
        return packets;
    }
}
