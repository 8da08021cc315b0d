using System.Net;
using Herald.Sip.Media;
using Herald.Sip.Sdp;
using Herald.Sip.Tests.Lab;

namespace Herald.Sip.Tests.Media;

/// <summary>Two sessions with a bad network between them.</summary>
public sealed class MediaSessionTests : IDisposable
{
    private readonly MediaClock clock = new();
    private readonly MediaSession speaker;
    private readonly MediaSession listener;
    private readonly Heard heard = new();
    private readonly List<char> keys = [];

    private sealed class Heard : IFrameSink
    {
        public List<short> Samples { get; } = [];

        public void Frame(ReadOnlySpan<short> heard, ReadOnlySpan<short> said)
        {
            lock (Samples)
                Samples.AddRange(heard);
        }
    }

    public MediaSessionTests()
    {
        speaker = Session(_ => { });
        listener = Session(key =>
        {
            lock (keys)
                keys.Add(key);
        });
        listener.AddSink(heard);
    }

    public void Dispose()
    {
        speaker.Dispose();
        listener.Dispose();
        clock.Dispose();
    }

    private MediaSession Session(Action<char> key) => new(new RtpPorts(0, 0).Open(IPAddress.Loopback)!, clock, TimeProvider.System, key);

    private static MediaPlan Plan(int port, int? dtmf = 101) =>
        new(Codec.Pcma, 8, dtmf, new(IPAddress.Loopback, port), new(IPAddress.Loopback, port + 1), Direction.SendRecv);

    [Fact]
    public async Task Loss_doubles_and_swaps_are_survived_and_counted()
    {
        await using var relay = new LossyRelay(listener.Port, draw => draw switch
        {
            < 0.05 => LossyRelay.Fate.Lose,
            < 0.10 => LossyRelay.Fate.Double,
            < 0.15 => LossyRelay.Fate.Swap,
            _ => LossyRelay.Fate.Pass,
        });
        listener.Apply(Plan(9));
        speaker.Apply(Plan(relay.Port));
        await speaker.Play(Tones.Tone(600, 3_000), stopOnDtmf: false).Done.WaitAsync(TimeSpan.FromSeconds(10));
        await speaker.SendKeys("159#").WaitAsync(TimeSpan.FromSeconds(10));
        await Trunks.KamailioTests.Until(() =>
        {
            lock (keys)
                return keys.Count == 4;
        });
        string.Concat(keys).ShouldBe("159#");
        var stats = listener.Stats;
        relay.Touched.ShouldBeGreaterThan(10);
        stats.Lost.ShouldBeInRange(0, relay.Lost + 2); // doubles fill the count, as RFC 3550 A.3 says
        stats.Received.ShouldBeGreaterThan(150);
        short[] all;
        lock (heard.Samples)
            all = [.. heard.Samples.SkipWhile(sample => Math.Abs((int)sample) < 500).Take(20_000)];
        Ear.Purity(all, 600).ShouldBeGreaterThan(0.75); // gaps, but no noise and no stretches out of phase
    }

    [Fact]
    public async Task Answers_go_where_the_packets_come_from()
    {
        // The listener was told a wrong port, as behind a router: it must follow the speaker's real one.
        listener.Apply(Plan(9));
        speaker.Apply(Plan(listener.Port));
        await Trunks.KamailioTests.Until(() => speaker.Stats.Received > 10);
        await Trunks.KamailioTests.Until(() => listener.Stats.Received > 10);
        listener.Stats.JitterMilliseconds.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Keys_go_as_tones_where_the_peer_takes_no_events()
    {
        listener.Apply(Plan(9, dtmf: null));
        speaker.Apply(Plan(listener.Port, dtmf: null));
        await speaker.SendKeys("90*").WaitAsync(TimeSpan.FromSeconds(10));
        await Trunks.KamailioTests.Until(() =>
        {
            lock (keys)
                return keys.Count == 3;
        });
        string.Concat(keys).ShouldBe("90*");
    }

    [Fact]
    public async Task Noise_on_the_port_is_survived()
    {
        listener.Apply(Plan(9));
        using var noise = new System.Net.Sockets.UdpClient();
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var junk = new byte[random.Next(0, 1_500)];
            random.NextBytes(junk);
            await noise.SendAsync(junk, new IPEndPoint(IPAddress.Loopback, listener.Port + i % 2));
        }
        speaker.Apply(Plan(listener.Port));
        await Trunks.KamailioTests.Until(() => listener.Stats.Received > 10);
    }

    [Fact]
    public async Task A_session_that_ends_ends_what_it_plays()
    {
        speaker.Apply(Plan(9));
        var playing = speaker.Play(Tones.Tone(600, 20_000), stopOnDtmf: false);
        speaker.Dispose();
        (await playing.Done).ShouldBe(PlayEnd.CallEnded);
        (await speaker.Play(Tones.Tone(600, 100), stopOnDtmf: false).Done).ShouldBe(PlayEnd.CallEnded);
        await speaker.SendKeys("1").WaitAsync(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_is_sent_is_one_unbroken_stream_and_keys_keep_their_timestamp()
    {
        using var peer = new System.Net.Sockets.UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        // Pressed before the first tick: an audio frame before the key would begin a talk of its own.
        var sent = speaker.SendKeys("1");
        speaker.Apply(Plan(((IPEndPoint)peer.Client.LocalEndPoint!).Port));
        var packets = new List<(int Type, bool Marker, ushort Sequence, uint Timestamp)>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (packets.Count < 60)
        {
            var got = await peer.ReceiveAsync(limit.Token);
            RtpPacket.TryParse(got.Buffer, out var packet).ShouldBeTrue();
            packets.Add((packet.PayloadType, packet.Marker, packet.Sequence, packet.Timestamp));
        }
        await sent.WaitAsync(TimeSpan.FromSeconds(1));
        packets.Zip(packets.Skip(1), (a, b) => (ushort)(b.Sequence - a.Sequence)).ShouldAllBe(step => step == 1);
        var keys = packets.Where(packet => packet.Type == 101).ToList();
        keys.Select(packet => packet.Timestamp).Distinct().Count().ShouldBe(1);
        keys.Select(packet => packet.Marker).ShouldBe([true, false, false, false, false, false, false, false]);
        var audio = packets.Where(packet => packet.Type == 8).ToList();
        audio[0].Marker.ShouldBeTrue();
        audio.Skip(1).ShouldAllBe(packet => !packet.Marker);
        audio.Zip(audio.Skip(1), (a, b) => b.Timestamp - a.Timestamp).ShouldAllBe(step => step == 160);
    }

    [Fact]
    public async Task The_other_law_is_understood_where_both_are_static()
    {
        listener.Apply(Plan(9));
        speaker.Apply(Plan(listener.Port) with { Codec = Codec.Pcmu, PayloadType = 0 });
        await speaker.Play(Tones.Tone(600, 600), stopOnDtmf: false).Done.WaitAsync(TimeSpan.FromSeconds(10));
        await Trunks.KamailioTests.Until(() => listener.Stats.Received > 30);
        lock (heard.Samples)
            Ear.Purity([.. heard.Samples.SkipWhile(sample => Math.Abs((int)sample) < 500).Take(3_200)], 600).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public async Task A_stranger_cannot_take_a_stream_over()
    {
        listener.Apply(Plan(speaker.Port));
        speaker.Apply(Plan(listener.Port));
        await Trunks.KamailioTests.Until(() => listener.Stats.Received > 10);
        using var stranger = new System.Net.Sockets.UdpClient();
        var noise = new byte[172];
        var before = listener.Stats;
        for (ushort i = 0; i < 200; i++)
        {
            RtpPacket.WriteHeader(noise, 8, false, i, i * 160u, 99);
            await stranger.SendAsync(noise, new IPEndPoint(IPAddress.Loopback, listener.Port));
        }
        await Trunks.KamailioTests.Until(() => listener.Stats.Received > before.Received + 20);
        listener.Stats.Received.ShouldBeLessThan(before.Received + 150);
        await Trunks.KamailioTests.Until(() => speaker.Stats.Received > 20);
    }
}
